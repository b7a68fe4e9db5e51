import { Command } from 'commander';
import { explainGate } from '../core/explain/explain-gate.ts';
import { renderExplanation } from '../core/explain/render-explanation.ts';
import { sortWorstFirst } from '../core/explain/sort-worst-first.ts';
import { evaluate } from '../core/gates/evaluate.ts';
import { worstFirst } from '../core/report/outcome-signs.ts';
import type { PullSnapshot } from '../core/snapshot/pull-snapshot.ts';
import { type GateEntry, gateEntry } from '../core/verdict/gate-entry.ts';
import type { GateVerdict } from '../core/verdict/verdict.ts';
import { chooseVerdicts } from './choose-verdicts.ts';
import { langOption } from './lang-option.ts';
import { printJson, printLine } from './print.ts';
import { printVerdict } from './print-verdict.ts';
import { readSnapshot, type SnapshotOptions, withSnapshotOptions } from './read-snapshot.ts';

interface ExplainOptions extends SnapshotOptions {
  readonly json?: true;
}

export const explainCommand = withSnapshotOptions(new Command('explain'))
  .description('Explain a gate: its verdicts worst first, who can act, and the smallest set of actions that makes it pass.')
  .argument('[gate]', 'one gate, e.g. readiness (default: the gates that `sprintgate gate` judges)')
  .addOption(langOption())
  .option('--json', 'print `[{ verdict, actions, restsOn }]`, a gate each')
  .addHelpText(
    'after',
    `
Examples:
  sprintgate explain coverage --evidence coverage/lcov.info
  GITHUB_TOKEN=… sprintgate explain --repo acme/scoring --pull 12 --lang en

It writes nothing, and ends with 0 whatever the verdict: \`sprintgate gate\` is the one that fails.`,
  )
  .action(async (gate: string | undefined, options: ExplainOptions) => {
    const snapshot = await readSnapshot(options);
    const verdicts = chooseVerdicts(snapshot, evaluate(snapshot), { gates: gate === undefined ? undefined : [gate], pull: options.pull });
    const sorted = worstFirst(verdicts, ({ verdict }) => verdict);
    if (options.json) printJson(sorted.map((verdict) => explained(snapshot, verdict)));
    else for (const verdict of sorted) printExplained(snapshot, verdict);
  });

/** Without a configuration there is nothing to look actions or origins up in: the tree says what to mend. */
function explained({ policy }: PullSnapshot, verdict: GateVerdict): { verdict: GateEntry } {
  return policy.kind === 'in-force' ? explainGate(policy.policy, verdict) : { verdict: gateEntry(verdict) };
}

function printExplained(snapshot: PullSnapshot, verdict: GateVerdict): void {
  printVerdict(sortWorstFirst(verdict), snapshot);
  if (snapshot.policy.kind !== 'in-force') return;
  const { policy } = snapshot.policy;
  printLine(`\n${renderExplanation(explainGate(policy, verdict), policy.locale)}\n`);
}
