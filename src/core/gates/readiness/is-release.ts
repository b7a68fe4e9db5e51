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
  return matches(pull.base.ref, release.branches) && (matches(pull.head.ref, release.heads) || hasLabel(pull.labels, release.labels));
}

function matches(name: string, patterns: readonly string[]): boolean {
  return matchGlobs(patterns)(name);
}

/** GitHub tells labels apart without case. */
function hasLabel(labels: readonly string[], wanted: readonly string[]): boolean {
  const folded = wanted.map((label) => label.toLowerCase());
  return labels.some((label) => folded.includes(label.toLowerCase()));
}
