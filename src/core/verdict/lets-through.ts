import type { Verdict } from './verdict.ts';

/** Whether verdicts let a change through: something was judged, and all of it passes or does not apply. */
export function letsThrough(verdicts: readonly Pick<Verdict, 'verdict'>[]): boolean {
  return verdicts.length > 0 && verdicts.every(({ verdict }) => verdict === 'pass' || verdict === 'not-applicable');
}
