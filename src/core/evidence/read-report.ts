import { openReport } from './open-report.ts';
import type { Report } from './report.ts';

const pieceBytes = 1 << 16;

/** Reads one report that is at hand as a whole; see `openReport`. Never throws. */
export function readReport(file: string, bytes: Uint8Array): Report {
  const report = openReport(file);
  for (let start = 0; start < bytes.length; start += pieceBytes) report.push(bytes.subarray(start, start + pieceBytes));
  return report.end();
}
