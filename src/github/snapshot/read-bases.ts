import type { BundleHead, EvidenceState } from '../../core/evidence/bundle/bundle.ts';
import { looksAtBase } from '../../core/gates/coverage/base-coverage.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { PullFacts } from '../../core/snapshot/facts.ts';
import type { BaseFacts } from '../../core/snapshot/pull-snapshot.ts';
import type { World } from '../look/world.ts';

interface BasesInput<Bundle extends BundleHead> {
  readonly policy: Policy;
  readonly headSha: string;
  readonly pulls: readonly PullFacts[];
  readonly evidence: EvidenceState<Bundle>;
  readonly readEvidence: (sha: string) => Promise<EvidenceState<Bundle>>;
}

export interface Bases<Bundle extends BundleHead> {
  readonly pulls: readonly PullFacts[];
  readonly bases?: readonly BaseFacts<Bundle>[];
}

/**
 * Where each pull request left its base, and the evidence of those commits. Nothing is read where the policy does not look at
 * it, and nothing while there is none to hold against it, of the head or carried forward to it.
 */
export async function readBases<Bundle extends BundleHead>(world: World, input: BasesInput<Bundle>): Promise<Bases<Bundle>> {
  const { policy, headSha } = input;
  const isMeasured = input.evidence.bundles.length > 0 || input.pulls.some(({ earlier }) => (earlier?.length ?? 0) > 0);
  if (!looksAtBase(policy) || !isMeasured) return { pulls: input.pulls };
  const pulls = await Promise.all(input.pulls.map(async (pull) => ({ ...pull, mergeBase: await mergeBaseOf(world, pull, headSha) })));
  const commits = [...new Set(pulls.flatMap(({ mergeBase }) => mergeBase ?? []))];
  const bases: BaseFacts<Bundle>[] = [];
  for (const sha of commits) {
    const [tree, evidence] = await Promise.all([world.tree(sha), input.readEvidence(sha)]);
    bases.push({ sha, tree, evidence: ofCommit(evidence, sha) });
  }
  return { pulls, bases };
}

/** It is known already where evidence is carried forward. */
async function mergeBaseOf(world: World, pull: PullFacts, headSha: string): Promise<string | null> {
  return pull.mergeBase === undefined ? await world.mergeBase({ base: pull.base.ref, head: headSha }) : pull.mergeBase;
}

/** Runs of a pull request out of the base test its merge into yet another branch; what tested the very same files elsewhere stays. */
export function ofCommit<Bundle extends BundleHead>(evidence: EvidenceState<Bundle>, sha: string): EvidenceState<Bundle> {
  return { ...evidence, bundles: evidence.bundles.filter(({ identity }) => identity.headSha !== sha || identity.testedSha === sha) };
}
