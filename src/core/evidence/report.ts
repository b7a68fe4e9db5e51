/** `empty` and `reject` are missing evidence: never 100 %, never clean. */
export type ReportOutcome = 'ok' | 'empty' | 'reject' | 'tool-error';

/** Exact counts; a ratio is formed only when it is compared or printed. */
export interface Count {
  readonly covered: number;
  readonly total: number;
}

export interface ReportError {
  readonly message: string;
  readonly line?: number;
}

interface ReportBase {
  /** Path of the report as it was given, e.g. inside the uploaded artifact. */
  readonly file: string;
  readonly format: string;
  readonly outcome: ReportOutcome;
  /** Doubts that do not make the report unusable, e.g. `header-disagrees: LF 10, counted 12 (src/a.ts)`. */
  readonly flags: readonly string[];
  readonly error?: ReportError;
}

export interface CoverageTotals {
  readonly lines: Count | null;
  readonly branches: Count | null;
  readonly functions: Count | null;
  readonly statements: Count | null;
  readonly instructions: Count | null;
  readonly files: number | null;
}

/** Coverage of one source file. `lines` pairs line number and hits, ascending, each line once; empty when only sums are known. */
export interface FileCoverage {
  readonly path: string;
  /** Module that the report puts the file in (JaCoCo `group`), a hint where two modules have files of equal names. */
  readonly group?: string;
  readonly lines: readonly (readonly [line: number, hits: number])[];
  readonly totals: Omit<CoverageTotals, 'files'>;
}

export interface CoverageReport extends ReportBase {
  readonly kind: 'coverage';
  readonly totals: CoverageTotals;
  readonly files: readonly FileCoverage[];
  /** Source roots that the report names (Cobertura `source`); its paths may be relative to any of them. */
  readonly sources?: readonly string[];
}

export interface TestsReport extends ReportBase {
  readonly kind: 'tests';
  /** From the config's mapping: unit, integration, load, … */
  readonly type: string | null;
  readonly component: string | null;
  readonly totals: {
    readonly tests: number;
    readonly passed: number;
    readonly failed: number;
    readonly errors: number;
    readonly skipped: number;
    readonly flaky: number;
  };
}

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info' | 'unknown';

export interface FindingsReport extends ReportBase {
  readonly kind: 'findings';
  /** What was scanned for, from the config's mapping: `code`, `dependencies`, `secrets`, `dast`, … */
  readonly scan: string | null;
  readonly totals: { readonly total: number; readonly suppressed: number; readonly bySeverity: Readonly<Record<Severity, number>> };
}

export interface MetricsReport extends ReportBase {
  readonly kind: 'metrics';
  readonly totals: { readonly values: Readonly<Record<string, number | boolean>> };
}

export type Report = CoverageReport | TestsReport | FindingsReport | MetricsReport;
