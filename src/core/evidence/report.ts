import type { MetricUnit } from './classify/metric-unit.ts';
import type { Count } from './coverage/count.ts';
import type { LineHits } from './coverage/line-hits.ts';
import type { StatementHits } from './coverage/statement-hits.ts';

/** `empty` and `reject` are missing evidence: never 100 %, never clean. */
export type ReportOutcome = 'ok' | 'empty' | 'reject' | 'tool-error';

export type { Count };

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
  /** Program that made the report and its version, as it says, e.g. `trivy 0.57.0`. */
  readonly tool?: string;
  /** ISO time at which the report says it was made. */
  readonly madeAt?: string;
}

export interface CoverageTotals {
  readonly lines: Count | null;
  readonly branches: Count | null;
  readonly functions: Count | null;
  readonly statements: Count | null;
  readonly instructions: Count | null;
  readonly files: number | null;
}

/** Coverage of one source file. */
export interface FileCoverage {
  readonly path: string;
  /** Module that the report puts the file in (JaCoCo `group`), a hint where two modules have files of equal names. */
  readonly group?: string;
  /** Empty when only sums are known. Formats of statements give the lines that these touch, though `totals.lines` is null. */
  readonly lines: LineHits;
  /** Where the format places each statement, so that shards unite exactly. */
  readonly statements?: StatementHits;
  readonly totals: Omit<CoverageTotals, 'files'>;
}

export interface CoverageReport extends ReportBase {
  readonly kind: 'coverage';
  readonly totals: CoverageTotals;
  readonly files: readonly FileCoverage[];
  /** Source roots that the report names (Cobertura `source`); its paths may be relative to any of them. */
  readonly sources?: readonly string[];
}

/** `tests` is the sum of the next four; `flaky` are those of `passed` that needed more than one try. */
export interface TestTotals {
  readonly tests: number;
  readonly passed: number;
  readonly failed: number;
  /** Could not be run: they block as failures do. */
  readonly errors: number;
  readonly skipped: number;
  readonly flaky: number;
}

/** Tests that belong together in the report: what a configuration's `suites` is held against. */
export interface TestSuite {
  readonly name: string;
  /** What the format itself says of the type of its tests (CTRF `type`, Playwright: `e2e`); null where it says nothing. */
  readonly hint: string | null;
  readonly totals: TestTotals;
}

/** A test that failed or could not run. */
export interface TestFailure {
  readonly suite: string;
  readonly name: string;
  readonly message: string;
  /** Source file and line where the report names them. */
  readonly file: string | null;
  readonly line: number | null;
}

export interface TestsReport extends ReportBase {
  readonly kind: 'tests';
  /** From the configuration's mapping: unit, integration, load, …; null is unclassified and counts for no type. */
  readonly type: string | null;
  readonly component: string | null;
  readonly totals: TestTotals;
  /** Their totals add up to the report's. At most a few thousand; the rest is one suite without a name. */
  readonly suites: readonly TestSuite[];
  /** The first of them; `totals` has them all. */
  readonly failures: readonly TestFailure[];
}

export const severities = ['critical', 'high', 'medium', 'low', 'info', 'unknown'] as const;
export type Severity = (typeof severities)[number];

/** Something that a scan found and that is open. */
export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly file: string | null;
  readonly line: number | null;
}

export interface FindingsTotals {
  /** Open findings: the sum of `bySeverity`. */
  readonly total: number;
  /** Found, and accepted or ignored in the tool itself; not in `total`. */
  readonly suppressed: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
}

export interface FindingsReport extends ReportBase {
  readonly kind: 'findings';
  /** What was scanned for, from the config's mapping: `code`, `dependencies`, `secrets`, `dast`, … */
  readonly scan: string | null;
  readonly totals: FindingsTotals;
  /** The worst of them; `totals` has them all. Secrets that a scanner found are never repeated. */
  readonly findings: readonly Finding[];
}

/** Dotted names and finite numbers, or booleans for passes that the tool itself declares. */
export type MetricValues = Readonly<Record<string, number | boolean>>;

export interface MetricsReport extends ReportBase {
  readonly kind: 'metrics';
  readonly totals: { readonly values: MetricValues };
  /** Units that a configuration declares, by name of the figure. */
  readonly units?: Readonly<Record<string, MetricUnit>>;
}

/** SBOMs, model cards, assessment results: what they are, with their counts. */
export interface DocumentReport extends ReportBase {
  readonly kind: 'document';
  readonly totals: { readonly values: MetricValues };
  readonly units?: Readonly<Record<string, MetricUnit>>;
}

export type Report = CoverageReport | TestsReport | FindingsReport | MetricsReport | DocumentReport;
