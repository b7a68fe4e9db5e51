import type { BundleHead, EvidenceState } from '../../../evidence/bundle/bundle.ts';
import { isExpectedUpload } from '../../../evidence/bundle/expected-uploads.ts';
import { isExpectedWorkflow } from '../../../evidence/bundle/is-expected-workflow.ts';
import type { Component, Policy } from '../../../policy/policy.ts';

/**
 * Whether a commit has no evidence of a component at all and none is on its way. What came and was refused, what is half of a
 * set, and what a running workflow may still bring is evidence of this commit: nothing older takes its place.
 */
export function nothingCame(
  seen: { readonly policy: Policy; readonly evidence: EvidenceState<BundleHead>; readonly now: string },
  component: Component,
): boolean {
  const { policy, evidence } = seen;
  const isOwn = (uploadName: string): boolean => isExpectedUpload(policy, component, uploadName);
  if (evidence.bundles.some(({ identity }) => isOwn(identity.uploadName)) || evidence.refused.some(({ uploadName }) => isOwn(uploadName))) return false;
  if (evidence.runningWorkflows.some(({ path }) => isExpectedWorkflow(policy.evidence.workflows, path))) return false;
  // The checks of a merge group are final: they wait for workflows that have not begun.
  const awaited = evidence.bundles.length + evidence.refused.length === 0 ? evidence.awaitedUntil : undefined;
  return awaited === undefined || Date.parse(awaited) <= Date.parse(seen.now);
}
