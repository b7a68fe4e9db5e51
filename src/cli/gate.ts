import { Command } from 'commander';
import { evaluate } from '../core/gates/evaluate.ts';
import { gateEntry } from '../core/verdict/gate-entry.ts';
import { chooseVerdicts, isGood } from './choose-verdicts.ts';
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
    const verdicts = chooseVerdicts(snapshot, evaluate(snapshot), { gates: options.gate, pull: options.pull });
    if (options.json) printJson(verdicts.map(gateEntry));
    else for (const verdict of verdicts) printVerdict(verdict, snapshot);
    process.exitCode = isGood(verdicts, options.pull) ? 0 : 1;
  });
