import { evaluate } from '../../../src/core/gates/evaluate.ts';
import { verdictsOfPull } from '../../../src/core/gates/verdicts-of-pull.ts';
import { readPublicPull } from '../../../src/github/snapshot/read-public-pull.ts';
import type { GateSources } from './gate-sources.ts';
import type { Judged, PullVerdicts } from './judged.ts';

/** Reads a pull request's snapshot and judges it, and all others with its head, as the app does. */
export async function judgePull({ self, advisory: _advisory, byHand: _byHand, ...sources }: GateSources, number: number): Promise<Judged> {
  const snapshot = await readPublicPull({ ...sources, number, reportAuthor: self });
  const evaluation = evaluate(snapshot);
  const verdictsOf = (each: number): PullVerdicts => ({
    number: each,
    title: snapshot.pulls.find((pull) => pull.number === each)?.title ?? '',
    verdicts: verdictsOfPull(evaluation, each),
  });
  const others = snapshot.pulls.filter((pull) => pull.number !== number).map((pull) => verdictsOf(pull.number));
  // One against a branch without gates has no say: it neither opens nor closes what gates another.
  const sameHead = others.filter(({ verdicts }) => verdicts.length > 0);
  return { snapshot, evaluation, pull: verdictsOf(number), sameHead };
}
