import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleFile } from '../../../src/core/evidence/bundle/bundle.ts';
import { packReport, unpackReport } from '../../../src/core/evidence/bundle/pack-report.ts';
import { unrecognisedAs } from '../../../src/core/evidence/classify/unrecognised-as.ts';
import { largestJson } from '../../../src/core/evidence/input/parse-json.ts';
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
    if (found.byDefault && (await isSomethingElse(workspace, read))) unknown.push(path);
    else reports.push(read);
  }
  return { reports, notes: unknown.length === 0 ? found.notes : [...found.notes, { kind: 'unknown-format', paths: unknown }] };
}

/**
 * Data that only has the name of a report. What broke off, is empty, or has the form of a report and cannot be read is
 * evidence that is missing, and must be seen; so is what a scanner or a test runner left in place of its results: the other
 * half of a run would pass for the whole.
 */
async function isSomethingElse(workspace: string, { file, report }: CollectedReport): Promise<boolean> {
  if (report.kind !== 'coverage' || report.outcome !== 'reject' || report.format !== 'unknown' || file.bytes > largestFile) return false;
  if (unrecognisedAs(report, []).some(({ kind }) => kind !== 'metrics')) return false;
  if (/\.jsonl?$/i.test(file.path)) return file.bytes > largestJson || isJson(await readFile(join(workspace, file.path), 'utf8'));
  return /\.(csv|txt|md|ya?ml)$/i.test(file.path);
}

/** Whole JSON of whatever is in it, or documents a line. */
function isJson(text: string): boolean {
  const begun = text.trimStart();
  return [begun, begun.split('\n', 1)[0] ?? ''].some((each) => {
    try {
      JSON.parse(each);
      return true;
    } catch {
      return false;
    }
  });
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
