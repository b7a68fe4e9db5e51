import { matchGlobs } from '../../globs/match-globs.ts';
import type { FindingsReport, MetricsReport, Report, TestSuite, TestsReport, TestTotals } from '../report.ts';
import { noTests } from '../tests-tally.ts';
import { defaultScan } from './default-scan.ts';
import type { EvidenceLabels, ReportMapping } from './report-mapping.ts';

/** Where a report came from, as far as a mapping may ask. */
export interface ReportOrigin {
  readonly uploadName: string;
  readonly labels: EvidenceLabels | null;
}

/**
 * Gives a report what it does not say itself: the type and component of its tests, what a scan was about, the playbook's
 * names of its figures. The configuration's mapping goes before the labels of the step that uploaded it, and these before
 * what the format says. A report of tests of several types becomes one for each; what nobody classifies keeps type null.
 */
export function classifyReport(report: Report, origin: ReportOrigin, mappings: readonly ReportMapping[]): Report[] {
  const own = mappings.filter((mapping) => fits(mapping, report, origin));
  switch (report.kind) {
    case 'tests':
      return classifyTests(report, origin, own);
    case 'findings':
      return [classifyFindings(report, origin, own)];
    case 'metrics':
    case 'document':
      return [named(report, own)];
    case 'coverage':
      return [report];
  }
}

function fits({ files, uploads }: ReportMapping, report: Report, { uploadName }: ReportOrigin): boolean {
  return (files.length === 0 || matchGlobs(files)(report.file)) && (uploads.length === 0 || matchGlobs(uploads)(uploadName));
}

function classifyTests(report: TestsReport, { labels }: ReportOrigin, mappings: readonly ReportMapping[]): TestsReport[] {
  const kindOf = (suite: Pick<TestSuite, 'name' | 'hint'>) => {
    const fitting = mappings.filter(({ suites }) => suites.length === 0 || matchGlobs(suites)(suite.name));
    const type = first(fitting, 'type') ?? labels?.type ?? suite.hint ?? report.type;
    return { type, component: first(fitting, 'component') ?? labels?.component ?? report.component };
  };
  // What ran nothing has no suites: it is told by its file alone.
  if (report.suites.length === 0) return [{ ...report, ...kindOf({ name: '', hint: null }) }];
  const groups = new Map<string, { type: string | null; component: string | null; suites: TestSuite[] }>();
  for (const suite of report.suites) {
    const kind = kindOf(suite);
    const key = JSON.stringify([kind.type, kind.component]);
    const group = groups.get(key) ?? { ...kind, suites: [] };
    group.suites.push(suite);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ type, component, suites }) => {
    const names = new Set(suites.map(({ name }) => name));
    const failures = groups.size === 1 ? report.failures : report.failures.filter(({ suite }) => names.has(suite));
    return { ...report, type, component, suites, failures, totals: groups.size === 1 ? report.totals : sumOf(suites) };
  });
}

function sumOf(suites: readonly TestSuite[]): TestTotals {
  return suites.reduce<TestTotals>(
    (sum, { totals }) => ({
      tests: sum.tests + totals.tests,
      passed: sum.passed + totals.passed,
      failed: sum.failed + totals.failed,
      errors: sum.errors + totals.errors,
      skipped: sum.skipped + totals.skipped,
      flaky: sum.flaky + totals.flaky,
    }),
    noTests(),
  );
}

function classifyFindings(report: FindingsReport, { labels }: ReportOrigin, mappings: readonly ReportMapping[]): FindingsReport {
  return { ...report, scan: first(mappings, 'scan') ?? labels?.scan ?? report.scan ?? defaultScan(report) };
}

/** Adds the figures that mappings name; a name that the report has by itself is replaced. */
function named<R extends MetricsReport | Extract<Report, { kind: 'document' }>>(report: R, mappings: readonly ReportMapping[]): R {
  const wanted = mappings.flatMap(({ metrics }) => metrics);
  const own = report.totals.values;
  const found = wanted.flatMap(({ name, path, unit }, index) => {
    const isFirst = wanted.findIndex((other) => other.name === name) === index;
    const value = isFirst && Object.hasOwn(own, path) ? own[path] : undefined;
    return value === undefined ? [] : [{ name, value, unit }];
  });
  if (found.length === 0) return report;
  const values = Object.fromEntries(found.map(({ name, value }) => [name, value]));
  const units = Object.fromEntries(found.flatMap(({ name, unit }) => (unit === null ? [] : [[name, unit] as const])));
  return { ...report, totals: { values: { ...report.totals.values, ...values } }, units };
}

function first(mappings: readonly ReportMapping[], key: 'type' | 'component' | 'scan'): string | null {
  return mappings.find((mapping) => mapping[key] !== null)?.[key] ?? null;
}
