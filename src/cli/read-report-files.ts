import { missingReport } from '../core/evidence/missing-report.ts';
import { openReport } from '../core/evidence/open-report.ts';
import type { Report } from '../core/evidence/report.ts';
import { readPieces } from '../engine/read-pieces.ts';
import { isSystemError, sayRefused } from './report-failure.ts';

/** Reads each file, one after the other. One that cannot be had is rejected among the others; throws where none can. */
export async function readReportFiles(paths: readonly string[], take: (report: Report) => void): Promise<void> {
  const refused: unknown[] = [];
  for (const path of paths) {
    try {
      take(await readReportFile(path));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      refused.push(error);
      if (refused.length === paths.length) throw refused[0];
      take(missingReport({ file: path, kind: 'coverage', format: 'unknown', outcome: 'reject', flags: [], error: { message: sayRefused(error) } }));
    }
  }
}

/** Reads a report from disk as it comes, however large it is. */
async function readReportFile(path: string): Promise<Report> {
  const report = openReport(path);
  await readPieces(path, report.push);
  return report.end();
}
