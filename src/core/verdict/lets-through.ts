import type { GateVerdict } from './verdict.ts';

type Judged = Pick<GateVerdict, 'verdict' | 'enforcement'>;

/** Whether verdicts let a change through: something was judged, and each passes, does not apply, or only warns. */
export function letsThrough(verdicts: readonly Judged[]): boolean {
  return (
    verdicts.length > 0 &&
    verdicts.every((judged) => (judged.enforcement ?? 'block') !== 'block' || judged.verdict === 'pass' || judged.verdict === 'not-applicable')
  );
}
