import { openReport } from '../../../src/core/evidence/open-report.ts';
import { readPieces } from '../../../src/engine/read-pieces.ts';

/** This product's way, with the hits of every line and the format found by the content. */
export async function readOwn(path: string): Promise<string> {
  const open = openReport(path);
  await readPieces(path, open.push);
  const report = open.end();
  if (report.kind !== 'coverage' || report.outcome !== 'ok') throw new Error(`${path}: ${report.outcome} ${report.error?.message ?? ''}`);
  const { covered, total } = report.totals.lines ?? report.totals.statements ?? { covered: 0, total: 0 };
  return `${covered}/${total}`;
}
