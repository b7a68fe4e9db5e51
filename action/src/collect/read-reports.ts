import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleFile } from '../../../src/core/evidence/bundle/bundle.ts';
import { packReport, unpackReport } from '../../../src/core/evidence/bundle/pack-report.ts';
import { missingReport } from '../../../src/core/evidence/missing-report.ts';
import { openReport } from '../../../src/core/evidence/open-report.ts';
import type { Report } from '../../../src/core/evidence/report.ts';
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
    if (found.byDefault && read.report.format === 'unknown') unknown.push(path);
    else reports.push(read);
  }
  return { reports, notes: unknown.length === 0 ? found.notes : [...found.notes, { kind: 'unknown-format', paths: unknown }] };
}

async function readOne(workspace: string, path: string): Promise<CollectedReport> {
  const { size } = await stat(join(workspace, path));
  const hash = createHash('sha256');
  const open = openReport(path);
  for await (const piece of createReadStream(join(workspace, path), { highWaterMark: 1 << 18 })) {
    const bytes = piece as Uint8Array;
    hash.update(bytes);
    if (size <= largestFile) open.push(bytes);
  }
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
