import { Command } from 'commander';
import { type EvidenceEntry, evidenceEntry } from '../core/evidence/evidence-entry.ts';
import { placeReport } from '../core/evidence/coverage/place-report.ts';
import { listFiles } from './list-files.ts';
import { readReportFiles } from './read-report-files.ts';
import { printJson, printLine, styled } from './print.ts';

export const evidenceCommand = new Command('evidence')
  .description('Read reports as the gates read them, and show their totals.')
  .argument('<file...>', 'reports, e.g. coverage/lcov.info')
  .option('--json', 'print an array with one entry per file')
  .option('--tree', "flag paths that fit no file, or several, of the working folder's repository")
  .addHelpText('after', '\nExample:\n  sprintgate evidence coverage/lcov.info target/site/jacoco/jacoco.xml --json')
  .action(async (files: string[], options: { json?: true; tree?: true }) => {
    const entries: EvidenceEntry[] = [];
    const tree = options.tree ? await listFiles(process.cwd()) : null;
    // One after the other: of a report only its totals are kept, so a hundred large ones need the memory of one.
    await readReportFiles(files, (report) => void entries.push(evidenceEntry(tree && report.kind === 'coverage' ? placeReport(report, tree, []) : report)));
    if (options.json) printJson(entries);
    else for (const entry of entries) printEntry(entry);
    process.exitCode = entries.some(({ outcome }) => outcome === 'reject' || outcome === 'tool-error') ? 1 : 0;
  });

function printEntry(entry: EvidenceEntry): void {
  const where = entry.error?.line === undefined ? entry.file : `${entry.file}:${entry.error.line}`;
  const good = entry.outcome === 'ok';
  printLine(`${styled(good ? 'green' : 'red', entry.outcome.padEnd(6))} ${where} ${styled('dim', entry.format)}`);
  if (entry.error) printLine(`       ${entry.error.message}`);
  for (const [name, figure] of figures(entry.totals)) printLine(`       ${name}: ${figure}`);
  for (const flag of entry.flags) printLine(styled('yellow', `       ! ${flag}`));
}

/** Totals of any kind, flat: `lines: 9/10`, `bySeverity.high: 2`, `values.latency.p95: 250`. */
function figures(totals: object): (readonly [name: string, figure: string])[] {
  return Object.entries(totals).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== 'object') return [[name, String(value)] as const];
    if (value === null) return [];
    if ('covered' in value && 'total' in value) return [[name, `${String(value.covered)}/${String(value.total)}`] as const];
    return figures(value).map(([inner, figure]) => [`${name}.${inner}`, figure] as const);
  });
}
