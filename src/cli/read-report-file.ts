import { createReadStream } from 'node:fs';
import { openReport } from '../core/evidence/open-report.ts';
import type { Report } from '../core/evidence/report.ts';

const pieceBytes = 1 << 18;

/** Reads a report from disk as it comes, however large it is. Throws where there is no file, or it may not be read. */
export async function readReportFile(path: string): Promise<Report> {
  const report = openReport(path);
  for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) report.push(piece as Uint8Array);
  return report.end();
}
