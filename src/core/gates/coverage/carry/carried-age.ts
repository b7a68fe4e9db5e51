import type { BundleHead } from '../../../evidence/bundle/bundle.ts';
import type { CarryLimits } from '../../../policy/policy.ts';
import type { EarlierCommit } from '../../../snapshot/facts.ts';

const day = 86_400_000;

/** Where evidence was carried from, and how old it is. */
export interface CarriedFrom {
  readonly sha: string;
  /** Commits of the base branch since it. */
  readonly commits: number;
  /** Whole days. */
  readonly days: number;
}

/**
 * How old an earlier commit's evidence is: by the commit or by the run that made it, whichever is older, so that neither a
 * commit dated ahead nor a run that was repeated makes it young. Null where that is more than is allowed.
 */
export function carriedAge(
  commit: Pick<EarlierCommit, 'sha' | 'committedAt' | 'commits'>,
  { bundles, limits, now }: { readonly bundles: readonly BundleHead[]; readonly limits: CarryLimits; readonly now: string },
): CarriedFrom | null {
  const age = Date.parse(now) - oldest(commit, bundles);
  if (!Number.isFinite(age) || age > limits.days * day || commit.commits > limits.commits) return null;
  return { sha: commit.sha, commits: commit.commits, days: Math.max(0, Math.floor(age / day)) };
}

/** The first instant at which an earlier commit's evidence is too old, as ISO time; null when its age is not known. */
export function carriedUntil(
  commit: Pick<EarlierCommit, 'committedAt'>,
  { bundles, limits }: { readonly bundles: readonly BundleHead[]; readonly limits: CarryLimits },
): string | null {
  const end = oldest(commit, bundles) + limits.days * day + 1;
  return Number.isFinite(end) ? new Date(end).toISOString() : null;
}

function oldest({ committedAt }: Pick<EarlierCommit, 'committedAt'>, bundles: readonly BundleHead[]): number {
  return Math.min(...[committedAt, ...bundles.map(({ completedAt }) => completedAt)].map((time) => Date.parse(time)));
}
