import type { CoverageReport, FindingsReport, MetricValues, Report, TestTotals, TestsReport } from '../../../../src/core/evidence/report.ts';
import { severities } from '../../../../src/core/evidence/report.ts';

const outcomes = ['ok', 'empty', 'reject', 'tool-error'];
const longestMessage = 500;

/** What no report may say, whatever was read: null when all is well. */
export function faultOf(report: Report): string | null {
  const { outcome, error } = report;
  if (!outcomes.includes(outcome)) return `outcome ${String(outcome)}`;
  if ((outcome === 'reject' || outcome === 'tool-error') !== (error !== undefined)) return `${outcome} with error ${JSON.stringify(error)}`;
  if (error && (error.message === '' || error.message.length > longestMessage)) return `a message of ${error.message.length} characters`;
  if (error?.message.startsWith('the reader failed')) return error.message;
  if (error?.line !== undefined && !(Number.isSafeInteger(error.line) && error.line > 0)) return `line ${error.line}`;
  if (report.flags.some((flag) => typeof flag !== 'string' || flag.length > 1_000)) return 'a flag without end';
  if (report.flags.length > 200) return `${report.flags.length} flags`;
  switch (report.kind) {
    case 'coverage':
      return coverageFault(report);
    case 'tests':
      return testsFault(report);
    case 'findings':
      return findingsFault(report);
    case 'metrics':
      return valuesFault(report);
    case 'document':
      return valuesFault(report) ?? countsFault(report.totals.values);
  }
}

function coverageFault({ totals, files, outcome }: CoverageReport): string | null {
  const { files: count, ...measures } = totals;
  if (count !== null && !isCount(count)) return `files ${count}`;
  for (const holder of [measures, ...files.map((file) => file.totals)]) {
    for (const [measure, share] of Object.entries(holder)) {
      if (share && !(isCount(share.covered) && isCount(share.total) && share.covered <= share.total)) return `${measure} ${JSON.stringify(share)}`;
    }
  }
  for (const { path, lines } of files) {
    if (lines.numbers.length !== lines.hits.length) return `${path}: lines and hits differ in number`;
    if (lines.numbers.some((line, index) => index > 0 && line <= (lines.numbers[index - 1] ?? 0))) return `${path}: lines do not ascend`;
  }
  const nothing = Object.values(measures).every((share) => share === null || share.total === 0);
  return outcome === 'ok' && nothing ? 'ok with nothing to cover' : null;
}

function testsFault({ totals, suites, outcome }: TestsReport): string | null {
  for (const part of [totals, ...suites.map((suite) => suite.totals)]) {
    if (!Object.values(part).every(isCount)) return `tests ${JSON.stringify(part)}`;
    if (part.tests !== part.passed + part.failed + part.errors + part.skipped || part.flaky > part.passed) return `tests ${JSON.stringify(part)}`;
  }
  const sum = (key: keyof TestTotals): number => suites.reduce((all, suite) => all + suite.totals[key], 0);
  if (suites.length > 0 && sum('tests') !== totals.tests) return `suites hold ${sum('tests')} of ${totals.tests} tests`;
  return outcome === 'ok' && totals.tests === 0 ? 'ok without a test' : null;
}

function findingsFault({ totals }: FindingsReport): string | null {
  const parts = severities.map((severity) => totals.bySeverity[severity]);
  if (![...parts, totals.total, totals.suppressed].every(isCount)) return `findings ${JSON.stringify(totals)}`;
  return totals.total === parts.reduce((sum, part) => sum + part, 0) ? null : `findings ${JSON.stringify(totals)}`;
}

function valuesFault({ totals, outcome }: Extract<Report, { kind: 'metrics' | 'document' }>): string | null {
  const values = Object.entries(totals.values);
  const bad = values.find(([, value]) => typeof value !== 'boolean' && !(typeof value === 'number' && Number.isFinite(value)));
  if (bad) return `value ${bad.join(' ')}`;
  const impossible = values.find(([name, value]) => !isPossible(name, value));
  if (impossible) return `value ${impossible.join(' ')}`;
  return outcome === 'ok' && values.length === 0 ? 'ok without a value' : null;
}

/** Documents are counted; only what a model card says of a model's quality is no count. */
function countsFault(values: MetricValues): string | null {
  const bad = Object.entries(values).find(([name, value]) => typeof value === 'number' && !name.startsWith('metrics.') && !isCount(value));
  return bad ? `count ${bad.join(' ')}` : null;
}

/** The names that all load formats share are counts, times and a share; any other figure may be below 0. */
function isPossible(name: string, value: number | boolean): boolean {
  if (typeof value === 'boolean') return true;
  if (name === 'error-rate') return value >= 0 && value <= 1;
  if (name === 'requests') return isCount(value);
  return !/^(throughput|latency\.\w+|load\.(duration|users))$/.test(name) || value >= 0;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
