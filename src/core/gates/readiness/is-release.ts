import { matchGlobs } from '../../globs/match-globs.ts';
import type { Policy } from '../../policy/policy.ts';
import type { PullFacts } from '../../snapshot/facts.ts';

type ReleasePull = Pick<PullFacts, 'number' | 'base' | 'head' | 'labels'>;

/**
 * Whether a pull request is a release: by its base with a matching head or label, by a base that always is one, or because
 * it was recognised before. Taking the label off again does not take it out of the readiness gate.
 */
export function isRelease(policy: Pick<Policy, 'release'>, pull: ReleasePull, knownReleases: readonly number[]): boolean {
  const { release } = policy;
  if (knownReleases.includes(pull.number)) return true;
  if (matches(pull.base.ref, release.always)) return true;
  return matches(pull.base.ref, release.branches) && [release, ...(release.units ?? [])].some((marks) => hasHead(pull, marks) || hasLabel(pull, marks));
}

/** Whether a pull request comes from one of these head branches. */
export function hasHead({ head }: Pick<PullFacts, 'head'>, { heads }: { readonly heads: readonly string[] }): boolean {
  return matches(head.ref, heads);
}

function matches(name: string, patterns: readonly string[]): boolean {
  return matchGlobs(patterns)(name);
}

/** Whether a pull request carries one of these labels. GitHub tells them apart without case. */
export function hasLabel({ labels }: Pick<PullFacts, 'labels'>, wanted: { readonly labels: readonly string[] }): boolean {
  const folded = wanted.labels.map((label) => label.toLowerCase());
  return labels.some((label) => folded.includes(label.toLowerCase()));
}
