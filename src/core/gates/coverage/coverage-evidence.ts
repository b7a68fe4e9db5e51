import type { EvidenceBundle, EvidenceState } from '../../evidence/bundle/bundle.ts';
import { newestBundles } from '../../evidence/bundle/bundle.ts';
import { expectedBy } from '../../evidence/bundle/expected-by.ts';
import { isExpectedUpload, missingUploads } from '../../evidence/bundle/expected-uploads.ts';
import { isAdmitted } from '../../evidence/bundle/is-admitted.ts';
import { isExpectedWorkflow } from '../../evidence/bundle/is-expected-workflow.ts';
import { sayRefusal } from '../../evidence/bundle/refusal-words.ts';
import { isNamedAsCoverage } from '../../evidence/classify/is-named-as-coverage.ts';
import type { CoverageReport, Report } from '../../evidence/report.ts';
import type { Component, Policy } from '../../policy/policy.ts';

/** What is known about the coverage evidence of one component, before any figure is formed. */
export type EvidenceStanding =
  | { readonly kind: 'usable' }
  | { readonly kind: 'waiting' | 'overdue'; readonly deadline: string; readonly missing: readonly string[] }
  | { readonly kind: 'none'; readonly others: readonly string[] }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  | { readonly kind: 'refused'; readonly upload: string; readonly why: string }
  | { readonly kind: 'unusable'; readonly file: string; readonly outcome: Report['outcome']; readonly why: string }
  | { readonly kind: 'unverified'; readonly workflow: string };

export interface EvidenceInput {
  readonly policy: Policy;
  readonly evidence: EvidenceState;
  readonly now: string;
}

/**
 * Coverage reports that count: of the newest bundles and, where a trusted workflow is demanded, of verified origin. For a
 * component, only those of the uploads that it expects.
 */
export function coverageReports(policy: Policy, evidence: EvidenceState, component?: Component): CoverageReport[] {
  return admitted(policy, evidence)
    .filter((bundle) => !component || isExpectedUpload(policy, component, bundle.identity.uploadName))
    .flatMap((bundle) => bundle.reports)
    .filter((report) => report.kind === 'coverage' && report.outcome === 'ok') as CoverageReport[];
}

/** Whether a component's evidence is complete and readable, still on its way, or missing and why. */
export function evidenceStanding(input: EvidenceInput, component: Component): EvidenceStanding {
  const { policy, evidence } = input;
  const bundles = newestBundles(evidence.bundles).filter((bundle) => isExpectedUpload(policy, component, bundle.identity.uploadName));
  const missing = missingUploads(
    policy,
    component,
    bundles.map(({ identity }) => identity.uploadName),
  );
  const deadline = waitsUntil(input, { component, bundles, missing });
  if (deadline !== null) return { kind: Date.parse(deadline) > Date.parse(input.now) ? 'waiting' : 'overdue', deadline, missing };
  const refused = evidence.refused.find((upload) => isExpectedUpload(policy, component, upload.uploadName) && !isSuperseded(upload, bundles));
  if (refused) return { kind: 'refused', upload: refused.uploadName, why: refused.cause ? sayRefusal(policy.locale, refused.cause) : refused.reason };
  if (missing.length > 0) return { kind: 'incomplete', missing };
  const trusted = bundles.filter(({ provenance }) => isAdmitted(policy.evidence.trusted, provenance));
  if (trusted.length < bundles.length && policy.evidence.trusted) return { kind: 'unverified', workflow: policy.evidence.trusted };
  return reportsStanding(trusted);
}

function reportsStanding(bundles: readonly EvidenceBundle[]): EvidenceStanding {
  const reports = bundles.flatMap((bundle) => bundle.reports);
  const broken = reports.find((report) => report.outcome !== 'ok' && isMeantAsCoverage(report));
  if (broken) return { kind: 'unusable', file: broken.file, outcome: broken.outcome, why: broken.error?.message ?? broken.flags[0] ?? '' };
  if (reports.some((report) => report.kind === 'coverage' && report.outcome === 'ok')) return { kind: 'usable' };
  return { kind: 'none', others: reports.map((report) => report.file) };
}

/**
 * A report of unknown format may be anything the workflow uploads; only its name hints at what it should have been.
 * One of no bytes comes from a step that crashed, and might have been coverage; an empty list is what scanners write.
 */
function isMeantAsCoverage(report: Report): boolean {
  if (report.kind !== 'coverage') return false;
  const holdsNothing = report.outcome === 'empty' && !report.flags.some((flag) => flag.startsWith('no-tool:'));
  if (report.format !== 'unknown' || holdsNothing) return true;
  return isNamedAsCoverage(report.file);
}

/**
 * ISO time until which the component waits for machines; null when nothing is under way. A running workflow matters while
 * its uploads may still come, or replace those that are here. An incomplete set waits from the last upload that came.
 */
function waitsUntil(input: EvidenceInput, set: { component: Component; bundles: readonly EvidenceBundle[]; missing: readonly string[] }): string | null {
  const { policy, evidence } = input;
  const complete = set.component.uploads.length > 0 && set.missing.length === 0;
  const runs = evidence.runningWorkflows.filter(
    (run) => isExpectedWorkflow(policy.evidence.workflows, run.path) && (!complete || set.bundles.some((bundle) => bundle.identity.workflowPath === run.path)),
  );
  const starts = runs.map((run) => Date.parse(run.startedAt)).filter(Number.isFinite);
  // What was refused came: nobody waits for it.
  const awaited = missingUploads(
    policy,
    { uploads: set.missing },
    evidence.refused.map(({ uploadName }) => uploadName),
  );
  if (starts.length === 0 && awaited.length > 0) {
    starts.push(...evidence.bundles.map((bundle) => Date.parse(bundle.completedAt)).filter(Number.isFinite));
  }
  return expectedBy(evidence, starts, policy.coverage.deadlineMinutes);
}

function admitted(policy: Policy, evidence: EvidenceState): EvidenceBundle[] {
  return newestBundles(evidence.bundles).filter(({ provenance }) => isAdmitted(policy.evidence.trusted, provenance));
}

function isSuperseded(refused: EvidenceState['refused'][number], bundles: readonly EvidenceBundle[]): boolean {
  return bundles.some((bundle) => bundle.identity.uploadName === refused.uploadName && bundle.identity.runId >= refused.runId);
}
