import { Command } from 'commander';
import { InputError } from '../core/errors/input-error.ts';
import { evaluate } from '../core/gates/evaluate.ts';
import type { Evaluation, GateResult } from '../core/gates/gate-result.ts';
import type { PullSnapshot } from '../core/snapshot/pull-snapshot.ts';
import { letsThrough } from '../core/verdict/lets-through.ts';
import type { GateVerdict } from '../core/verdict/verdict.ts';
import { gateEntry } from '../core/verdict/gate-entry.ts';
import { printJson } from './print.ts';
import { printVerdict } from './print-verdict.ts';
import { readSnapshot, type SnapshotOptions, withSnapshotOptions } from './read-snapshot.ts';

interface GateOptions extends SnapshotOptions {
  readonly gate?: string[];
  readonly json?: true;
}

export const gateCommand = withSnapshotOptions(new Command('gate'))
  .description('Judge the gates, offline from files and reports, or for a pull request on GitHub.')
  .option('--gate <id...>', 'only these gates, e.g. coverage (default: all; offline without policy, and without quality where it only warns)')
  .option('--json', 'print the verdict trees as JSON')
  .addHelpText(
    'after',
    `
Examples:
  sprintgate gate --config .github/sprintgate.yml --evidence coverage/lcov.info
  GITHUB_TOKEN=… sprintgate gate --repo acme/scoring --pull 12 --json

Offline, what rests on GitHub (sign-offs, issues, other checks) cannot be evaluated and says so.`,
  )
  .action(async (options: GateOptions) => {
    const snapshot = await readSnapshot(options);
    const verdicts = chosen(snapshot, evaluate(snapshot), options);
    if (options.json) printJson(verdicts.map(gateEntry));
    else for (const verdict of verdicts) printVerdict(verdict, snapshot);
    process.exitCode = isGood(verdicts, options) ? 0 : 1;
  });

/** The verdicts on the pull request that was asked for. None at all is not a pass. */
function chosen(snapshot: PullSnapshot, evaluation: Evaluation, options: GateOptions): GateVerdict[] {
  const asked = options.gate;
  const unknown = asked?.find((id) => !evaluation.gates.some(({ gate }) => gate === id));
  if (unknown !== undefined) throw new InputError(`there is no gate "${unknown}"; there are: ${evaluation.gates.map(({ gate }) => gate).join(', ')}.`);
  const offline = options.pull === undefined;
  const number = offline ? snapshot.pulls[0]?.number : Number(options.pull);
  const gates = evaluation.gates.filter((gate) => (asked ? asked.includes(gate.gate) : isJudged(evaluation, gate, offline)));
  const verdicts = gates.flatMap(({ pulls }) => pulls.filter(({ pull }) => pull.number === number).map(({ verdict }) => verdict));
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
function isGood(verdicts: readonly GateVerdict[], { pull }: GateOptions): boolean {
  return letsThrough(pull === undefined ? verdicts.map(({ verdict }) => ({ verdict })) : verdicts);
}
