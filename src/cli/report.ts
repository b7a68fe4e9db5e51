import { Command } from 'commander';
import { evaluate } from '../core/gates/evaluate.ts';
import { evaluateReadiness } from '../core/gates/readiness/evaluate-readiness.ts';
import { InputError } from '../core/errors/input-error.ts';
import { renderReadinessReport } from '../core/report/readiness-report.ts';
import type { PullSnapshot } from '../core/snapshot/pull-snapshot.ts';
import { gateEntry } from '../core/verdict/gate-entry.ts';
import { printJson, printLine } from './print.ts';
import { readSnapshot, type SnapshotOptions, withSnapshotOptions } from './read-snapshot.ts';

export const reportCommand = withSnapshotOptions(new Command('report'))
  .description('Print the readiness report as Markdown, for a pull request or for the files at hand, as if it were released.')
  .option('--json', 'print `{ markdown, readiness }`')
  .addHelpText('after', '\nExample:\n  sprintgate report --config .github/sprintgate.yml --evidence coverage > readiness.md')
  .action(async (options: SnapshotOptions & { json?: true }) => {
    const snapshot = asRelease(await readSnapshot(options), options.pull);
    const [pull] = snapshot.pulls;
    if (snapshot.policy.kind !== 'in-force' || !pull)
      throw new InputError('there is no configuration in force on the default branch, so there is nothing to report on.');
    const { policy } = snapshot.policy;
    const gate = policy.playbook.gates.find(({ kind }) => kind === 'readiness');
    if (!gate) throw new InputError(`the playbook ${policy.playbook.id} has no readiness gate.`);
    const readiness = evaluateReadiness({ policy, snapshot, pull, gate: gate.id });
    const markdown = renderReadinessReport({ policy, snapshot, pull, evaluation: evaluate(snapshot), previous: null });
    if (options.json) printJson({ markdown, readiness: gateEntry(readiness) });
    else printLine(markdown);
    process.exitCode = readiness.verdict === 'pass' ? 0 : 1;
  });

/** Who asks for the report wants it for this very state, whether or not a release was opened. */
function asRelease(snapshot: PullSnapshot, number: string | undefined): PullSnapshot {
  const pulls = number === undefined ? snapshot.pulls : snapshot.pulls.filter((pull) => pull.number === Number(number));
  return { ...snapshot, pulls, knownReleases: pulls.map((pull) => pull.number) };
}
