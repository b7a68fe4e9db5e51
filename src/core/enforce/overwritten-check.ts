import type { CheckRunFacts } from '../snapshot/facts.ts';
import { isAsWritten } from './check-stamp.ts';

/** A check of ours that said something else than we wrote when we looked: kept for the register, and written again. */
export interface OverwrittenCheck {
  /** The name of the check, such as `sprintgate/coverage`. */
  readonly check: string;
  readonly headSha: string;
  /** The app that posted a run of the same name; null where our own run was changed with a token of ours. */
  readonly by: { readonly appId: number; readonly slug: string | null } | null;
  /** ISO time at which it was seen. */
  readonly at: string;
  /** What it said then: a conclusion, or a state. */
  readonly what: string;
}

interface Seen {
  readonly checkRuns: readonly CheckRunFacts[];
  readonly appId: number | null;
  readonly headSha: string;
  readonly now: string;
}

/**
 * Whether somebody else has the last word under this name: another app, or whoever has a token of ours. A run that another
 * app posted before ours has been answered already; GitHub itself turns a run `stale` after 14 days, which is nobody's doing.
 */
export function overwrittenCheck({ checkRuns, appId, headSha, now }: Seen, check: string): OverwrittenCheck | null {
  const newest = checkRuns.filter(({ name }) => name === check).reduce<CheckRunFacts | null>((last, run) => (last && last.id > run.id ? last : run), null);
  const ours = checkRuns.some((run) => run.name === check && run.appId === appId);
  if (!newest || !ours || appId === null) return null;
  const seen = { check, headSha, at: now, what: newest.conclusion ?? newest.status };
  if (newest.appId !== appId) return { ...seen, by: { appId: newest.appId, slug: newest.appSlug ?? null } };
  return newest.conclusion === 'stale' || isAsWritten(newest) ? null : { ...seen, by: null };
}
