import { asked, type Flip } from './compare-verdicts.ts';

/** Of what is newly asked for, down to its criteria: their parts were not judged before, so that nothing flipped there. */
export function shownFlips(flips: readonly Flip[]): Flip[] {
  return flips.filter(({ depth, before, after }) => depth > 0 && ((asked(before) !== null && after !== null) || depth <= 2));
}
