import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleFile } from '../../../src/core/evidence/bundle/bundle.ts';
import { packReport, unpackReport } from '../../../src/core/evidence/bundle/pack-report.ts';
import { missingReport } from '../../../src/core/evidence/missing-report.ts';
import { openReport } from '../../../src/core/evidence/open-report.ts';
import type { Report } from '../../../src/core/evidence/report.ts';
import { readPieces } from '../../../src/engine/read-pieces.ts';
import type { CollectNote } from './collect-note.ts';
import type { FoundReports } from './find-reports.ts';
import { relocateReport } from './relocate-report.ts';

export interface CollectedReport {
  readonly file: BundleFile;
  readonly report: Report;
}

export interface Collected {
  readonly reports: readonly CollectedReport[];
  readonly notes: readonly CollectNote[];
}

// The largest genuine reports are some hundred megabytes: coverage of a monorepo, raw samples of a load test.
const largestFile = 1 << 30;

/** Reads the reports as they come from the disk. What was found by default and is no report is left out with a note. */
export async function readReports(workspace: string, found: FoundReports): Promise<Collected> {
  const reports: CollectedReport[] = [];
  const unknown: string[] = [];
  for (const path of found.paths) {
    const read = await readOne(workspace, path);
    if (found.byDefault && isSomethingElse(read)) unknown.push(path);
    else reports.push(read);
  }
  return { reports, notes: unknown.length === 0 ? found.notes : [...found.notes, { kind: 'unknown-format', paths: unknown }] };
}

/**
 * Data that only has the name of a report. What broke off, is empty, or has the form of a report and cannot be read is
 * evidence that is missing, and must be seen.
 */
function isSomethingElse({ file, report }: CollectedReport): boolean {
  return report.outcome === 'reject' && report.format === 'unknown' && /\.(json|jsonl|csv|txt|md|ya?ml)$/i.test(file.path) && file.bytes <= largestFile;
}

async function readOne(workspace: string, path: string): Promise<CollectedReport> {
  const { size } = await stat(join(workspace, path));
  const hash = createHash('sha256');
  const open = openReport(path);
  await readPieces(join(workspace, path), (bytes) => {
    hash.update(bytes);
    if (size <= largestFile) open.push(bytes);
  });
  const file = { path, sha256: hash.digest('hex'), bytes: size };
  const refused = (message: string) => ({
    file,
    report: missingReport({ file: path, kind: 'coverage', format: 'unknown', outcome: 'reject', flags: [], error: { message } }),
  });
  if (size > largestFile) return refused(`it has ${size} bytes, more than are read; let the tool write a summary`);
  const report = relocateReport(open.end(), [workspace, await realpath(workspace)]);
  // The app refuses a whole upload in which one report does not fit: better to lose the one, and say so here.
  return unpackReport(packReport(report)) === null
    ? refused('what was read in it is too large to be sent; let the tool write less into one file')
    : { file, report };
}
