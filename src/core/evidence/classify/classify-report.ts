import { matchGlobs } from '../../globs/match-globs.ts';
import type { FindingsReport, MetricsReport, Report } from '../report.ts';
import { classifyTests } from './classify-tests.ts';
import { defaultScan } from './default-scan.ts';
import type { EvidenceLabels, ReportMapping } from './report-mapping.ts';
import { unrecognisedAs } from './unrecognised-as.ts';

/** Where a report came from, as far as a mapping may ask. */
export interface ReportOrigin {
  readonly uploadName: string;
  readonly labels: EvidenceLabels | null;
}

/**
 * Gives a report what it does not say itself: the type and component of its tests, what a scan was about, the playbook's
 * names of its figures. The configuration's mapping goes before the labels of the step that uploaded it, and these before
 * what the format says. A report of tests of several types becomes one for each; what nobody classifies keeps type null.
 * What no format fits is coverage, and also a missing report of each kind that it may have been meant as.
 */
export function classifyReport(report: Report, origin: ReportOrigin, mappings: readonly ReportMapping[]): Report[] {
  const own = mappings.filter((mapping) => fits(mapping, report, origin));
  switch (report.kind) {
    case 'tests':
      return classifyTests(report, origin.labels, own);
    case 'findings':
      return [classifyFindings(report, origin, own)];
    case 'metrics':
    case 'document':
      return [named(report, own)];
    case 'coverage':
      return [report, ...unrecognisedAs(report, own).flatMap((missing) => classifyReport(missing, origin, mappings))];
  }
}

function fits({ files, uploads }: ReportMapping, report: Report, { uploadName }: ReportOrigin): boolean {
  return (files.length === 0 || matchGlobs(files)(report.file)) && (uploads.length === 0 || matchGlobs(uploads)(uploadName));
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

function first(mappings: readonly ReportMapping[], key: 'scan'): string | null {
  return mappings.find((mapping) => mapping[key] !== null)?.[key] ?? null;
}
