import { linesFromText, linesToText } from '../coverage/pack-lines.ts';
import { statementsFromText, statementsToText } from '../coverage/pack-statements.ts';
import type { FileCoverage, Report } from '../report.ts';
import { isConsistent } from './is-consistent.ts';
import type { PackedCoverage } from './packed-coverage-schema.ts';
import { packedReportSchema } from './packed-report-schema.ts';
import type { PackedReport } from './packed-report-schema.ts';

/** The report as plain JSON: equal reports give equal texts, members in the schema's order. */
export function packReport(report: Report): PackedReport {
  const packed = toPacked(report);
  const ordered = packedReportSchema.safeParse(packed);
  return ordered.success ? ordered.data : packed;
}

function toPacked(report: Report): PackedReport {
  switch (report.kind) {
    case 'coverage':
      return { ...report, files: report.files.map(packFile) } as PackedCoverage;
    case 'metrics':
    case 'document':
      return {
        ...report,
        totals: { values: Object.entries(report.totals.values) },
        ...(report.units ? { units: Object.entries(report.units) } : {}),
      } as PackedReport;
    case 'tests':
    case 'findings':
      return report as PackedReport;
  }
}

/** The report that was packed; null when the value is none of `packReport`'s, or its totals do not follow from what it lists. Never throws. */
export function unpackReport(value: unknown): Report | null {
  const report = fromPacked(value);
  return report && isConsistent(report) ? report : null;
}

function fromPacked(value: unknown): Report | null {
  const parsed = packedReportSchema.safeParse(value);
  if (!parsed.success) return null;
  const packed = parsed.data;
  if (packed.kind === 'coverage') return unpackCoverage(packed);
  if (packed.kind === 'metrics' || packed.kind === 'document') {
    const { units, totals, ...rest } = packed;
    return { ...rest, totals: { values: Object.fromEntries(totals.values) }, ...(units ? { units: Object.fromEntries(units) } : {}) };
  }
  return packed as Report;
}

function packFile({ lines, statements, ...file }: FileCoverage): PackedCoverage['files'][number] {
  return { ...file, lines: linesToText(lines), ...(statements ? { statements: statementsToText(statements) } : {}) };
}

function unpackCoverage(packed: PackedCoverage): Report | null {
  const files: FileCoverage[] = [];
  for (const { lines, statements, ...file } of packed.files) {
    const hits = linesFromText(lines);
    const blocks = statements === undefined ? undefined : statementsFromText(statements);
    if (!hits || blocks === null) return null;
    files.push({ ...file, lines: hits, ...(blocks ? { statements: blocks } : {}) });
  }
  return { ...packed, files };
}
