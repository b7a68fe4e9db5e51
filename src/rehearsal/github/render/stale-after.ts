import type { CheckRun } from '../records/checks.ts';

const fourteenDays = 14 * 24 * 3_600_000;

/** GitHub calls a run `stale` when it was not completed for more than 14 days. */
export function staleAfter(run: CheckRun, now: string): boolean {
  return run.status !== 'completed' && Date.parse(now) - Date.parse(run.createdAt) > fourteenDays;
}
