import type { CoverageTotals, FileCoverage } from '../report.ts';
import { sumCounts } from './count.ts';

/** A file of which nothing is counted. */
export const noCounts: FileCoverage['totals'] = { lines: null, branches: null, functions: null, statements: null, instructions: null };

/** The totals of a report: the sum of its files' counts, never an average. */
export function sumFiles(files: readonly Pick<FileCoverage, 'totals'>[]): CoverageTotals {
  return {
    lines: sumCounts(files.map(({ totals }) => totals.lines)),
    branches: sumCounts(files.map(({ totals }) => totals.branches)),
    functions: sumCounts(files.map(({ totals }) => totals.functions)),
    statements: sumCounts(files.map(({ totals }) => totals.statements)),
    instructions: sumCounts(files.map(({ totals }) => totals.instructions)),
    files: files.length,
  };
}
