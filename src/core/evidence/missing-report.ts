import type { CoverageTotals, Report, ReportError } from './report.ts';

export const noCoverage: CoverageTotals = { lines: null, branches: null, functions: null, statements: null, instructions: null, files: null };

export interface MissingReport {
  readonly file: string;
  readonly kind: Report['kind'];
  readonly format: string;
  readonly outcome: 'empty' | 'reject' | 'tool-error';
  readonly flags: readonly string[];
  readonly error?: ReportError;
}

/** A report that gives no facts, with totals that claim nothing. */
export function missingReport(missing: MissingReport): Report {
  const { kind, ...base } = missing;
  switch (kind) {
    case 'coverage':
      return { ...base, kind, totals: noCoverage, files: [] };
    case 'tests':
      return { ...base, kind, type: null, component: null, totals: { tests: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 } };
    case 'findings':
      return { ...base, kind, scan: null, totals: { total: 0, suppressed: 0, bySeverity: { critical: 0, high: 0, medium: 0, low: 0, info: 0, unknown: 0 } } };
    case 'metrics':
      return { ...base, kind, totals: { values: {} } };
  }
}
