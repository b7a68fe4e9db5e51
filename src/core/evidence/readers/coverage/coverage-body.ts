import { sumFiles } from '../../coverage/sum-files.ts';
import type { CoverageReport, CoverageTotals, FileCoverage } from '../../report.ts';
import type { ReportBody } from '../reader.ts';

export interface CoverageFound {
  readonly files: readonly FileCoverage[];
  readonly flags: readonly string[];
  /** Left out, the sums of the files are the totals. */
  readonly totals?: CoverageTotals;
  readonly tool?: string | null;
  /** A time as the report writes it; what is no time is left out. */
  readonly madeAt?: unknown;
  readonly sources?: readonly string[];
}

/** The report of a format that is read as a whole. Without anything to cover it is `empty`: missing evidence, never 100 %. */
export function coverageBody(found: CoverageFound): ReportBody {
  const { files, flags, tool, madeAt, sources } = found;
  const totals = found.totals ?? sumFiles(files);
  const some = [totals.lines, totals.branches, totals.functions, totals.statements, totals.instructions].some((count) => (count?.total ?? 0) > 0);
  const origin: Partial<Pick<CoverageReport, 'tool' | 'madeAt' | 'sources'>> = {
    ...(tool ? { tool: tool.slice(0, 200) } : {}),
    ...(typeof madeAt === 'string' && madeAt.length < 60 && !Number.isNaN(Date.parse(madeAt)) ? { madeAt } : {}),
    ...(sources && sources.length > 0 ? { sources } : {}),
  };
  return { kind: 'coverage', outcome: some ? 'ok' : 'empty', totals, files, flags, ...origin };
}
