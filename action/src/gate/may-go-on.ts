import { letsThrough } from '../../../src/core/verdict/lets-through.ts';
import type { Judged } from './judged.ts';

/** Whether the gates let the commit through: for the pull request that was asked for, and for every other with its head. */
export function mayGoOn({ pull, sameHead }: Pick<Judged, 'pull' | 'sameHead'>): boolean {
  return [pull, ...sameHead].every(({ verdicts }) => letsThrough(verdicts));
}
