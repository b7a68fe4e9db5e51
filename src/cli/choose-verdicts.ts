import { InputError } from '../core/errors/input-error.ts';
import type { Evaluation, GateResult } from '../core/gates/gate-result.ts';
import type { PullSnapshot } from '../core/snapshot/pull-snapshot.ts';
import { letsThrough } from '../core/verdict/lets-through.ts';
import type { GateVerdict } from '../core/verdict/verdict.ts';

interface Asked {
  /** Ids of the gates that were asked for; left out, those that are judged unasked. */
  readonly gates: readonly string[] | undefined;
  /** The pull request on GitHub; undefined offline. */
  readonly pull: string | undefined;
}

/** The verdicts on the pull request that was asked for. None at all is not a pass. */
export function chooseVerdicts(snapshot: PullSnapshot, evaluation: Evaluation, { gates: asked, pull }: Asked): GateVerdict[] {
  const unknown = asked?.find((id) => !evaluation.gates.some(({ gate }) => gate === id));
  if (unknown !== undefined) throw new InputError(`there is no gate "${unknown}"; there are: ${evaluation.gates.map(({ gate }) => gate).join(', ')}.`);
  const offline = pull === undefined;
  const number = offline ? snapshot.pulls[0]?.number : Number(pull);
  const gates = evaluation.gates.filter((gate) => (asked ? asked.includes(gate.gate) : isJudged(evaluation, gate, offline)));
  const verdicts = gates.flatMap(({ pulls }) => pulls.filter((each) => each.pull.number === number).map(({ verdict }) => verdict));
  // On stderr: stdout is the JSON of whoever asked for it.
  if (verdicts.length === 0) console.error('No gate applies: the configuration is absent, or the pull request is against a branch that is not gated.');
  return verdicts;
}

/**
 * Whether a gate is judged unasked: on GitHub all that the app posts. Offline two are left out: quality where it only warns,
 * since little of what it asks for can be read here; and policy, which is about a pull request: `validate` stands for it.
 */
function isJudged(evaluation: Evaluation, { gate: id, enforcement }: GateResult, offline: boolean): boolean {
  const kind = evaluation.policy?.playbook.gates.find((gate) => gate.id === id)?.kind;
  if (offline && (kind === 'policy' || (kind === 'quality' && enforcement === 'warn'))) return false;
  return enforcement !== 'off';
}

/** On GitHub a gate that only warns stops nobody. Offline it counts: who asks wants to know. */
export function isGood(verdicts: readonly GateVerdict[], pull: string | undefined): boolean {
  return letsThrough(pull === undefined ? verdicts.map(({ verdict }) => ({ verdict })) : verdicts);
}
