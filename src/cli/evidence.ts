import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { type EvidenceEntry, evidenceEntry } from '../core/evidence/evidence-entry.ts';
import { readReport } from '../core/evidence/read-report.ts';
import { printJson, printLine, styled } from './print.ts';

export const evidenceCommand = new Command('evidence')
  .description('Read reports as the gates read them, and show their totals.')
  .argument('<file...>', 'reports, e.g. coverage/lcov.info')
  .option('--json', 'print an array with one entry per file')
  .addHelpText('after', '\nExample:\n  sprintgate evidence coverage/lcov.info target/site/jacoco/jacoco.xml --json')
  .action(async (files: string[], options: { json?: true }) => {
    const entries = await Promise.all(files.map(async (file) => evidenceEntry(readReport(file, await readFile(file)))));
    if (options.json) printJson(entries);
    else for (const entry of entries) printEntry(entry);
    process.exitCode = entries.some(({ outcome }) => outcome === 'reject' || outcome === 'tool-error') ? 1 : 0;
  });

function printEntry(entry: EvidenceEntry): void {
  const where = entry.error?.line === undefined ? entry.file : `${entry.file}:${entry.error.line}`;
  const good = entry.outcome === 'ok';
  printLine(`${styled(good ? 'green' : 'red', entry.outcome.padEnd(6))} ${where} ${styled('dim', entry.format)}`);
  if (entry.error) printLine(`       ${entry.error.message}`);
  for (const [name, count] of Object.entries(entry.totals))
    if (typeof count === 'number') printLine(`       ${name}: ${count}`);
    else if (count) printLine(`       ${name}: ${count.covered}/${count.total}`);
  for (const flag of entry.flags) printLine(styled('yellow', `       ! ${flag}`));
}
