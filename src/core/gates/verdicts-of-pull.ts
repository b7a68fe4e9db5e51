import type { GateVerdict } from '../verdict/verdict.ts';
import type { Evaluation } from './gate-result.ts';

/** What was decided about one of the pull requests of a commit. Gates that are off are left out; none at all is no pass. */
export function verdictsOfPull(evaluation: Evaluation, number: number): GateVerdict[] {
  const gates = evaluation.gates.filter(({ enforcement }) => enforcement !== 'off');
  return gates.flatMap(({ pulls }) => pulls.filter(({ pull }) => pull.number === number).map(({ verdict }) => verdict));
}
