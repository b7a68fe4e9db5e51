import type { CoverageTotals, Report, ReportError } from './report.ts';
import { findingsTally } from './findings-tally.ts';
import { noTests } from './tests-tally.ts';

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
      return { ...base, kind, type: null, component: null, totals: noTests(), suites: [], failures: [] };
    case 'findings':
      return { ...base, kind, scan: null, ...findingsTally().end() };
    case 'metrics':
    case 'document':
      return { ...base, kind, totals: { values: {} } };
  }
}
