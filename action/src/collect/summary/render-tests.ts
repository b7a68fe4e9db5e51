import type { Locale } from '../../../../src/core/playbook/text-schema.ts';
import type { Report, TestFailure, TestsReport, TestTotals } from '../../../../src/core/evidence/report.ts';
import { noTests } from '../../../../src/core/evidence/tests-tally.ts';
import { escapeMarkdown, inlineCode } from '../../../../src/core/report/markdown.ts';
import { renderTable } from '../../../../src/core/report/render-table.ts';
import { collectedWords } from './collected-words.ts';

const mostFailures = 30;
const longestMessage = 300;

/** Tests by report, what failed first. */
export function renderTests(reports: readonly Report[], locale: Locale): string[] {
  const tests = reports.filter((report): report is TestsReport => report.kind === 'tests' && report.totals.tests > 0);
  if (tests.length === 0) return [];
  const say = collectedWords[locale];
  const sum = tests.reduce((total, { totals }) => add(total, totals), noTests());
  const worst = tests.toSorted((a, b) => broken(b.totals) - broken(a.totals) || (a.file < b.file ? -1 : 1));
  const rows = [
    ...worst.slice(0, 100).map((report) => row(inlineCode(report.file), report.totals)),
    ...(tests.length > 1 ? [row(`**${say.total}**`, sum)] : []),
  ];
  const header = [say.report, say.tests, say.passed, say.failed, say.errors, say.skipped, say.flaky];
  return [`### ${say.tests}`, ...failuresOf(worst, locale), renderTable({ header, rows, align: ['l', 'r', 'r', 'r', 'r', 'r', 'r'] })];
}

function row(name: string, totals: TestTotals): string[] {
  return [name, ...[totals.tests, totals.passed, totals.failed, totals.errors, totals.skipped, totals.flaky].map(String)];
}

function add(a: TestTotals, b: TestTotals): TestTotals {
  return {
    tests: a.tests + b.tests,
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    errors: a.errors + b.errors,
    skipped: a.skipped + b.skipped,
    flaky: a.flaky + b.flaky,
  };
}

function broken({ failed, errors }: TestTotals): number {
  return failed + errors;
}

function failuresOf(tests: readonly TestsReport[], locale: Locale): string[] {
  const say = collectedWords[locale];
  const failures = tests.flatMap((report) => report.failures);
  if (failures.length === 0) return [];
  const all = tests.reduce((count, { totals }) => count + broken(totals), 0);
  const shown = failures.slice(0, mostFailures);
  return [`**${say.failedTests}**`, shown.map(item).join('\n'), ...(all > shown.length ? [say.more(all - shown.length)] : [])];
}

function item({ suite, name, message, file, line }: TestFailure): string {
  const where = file === null ? '' : ` (${inlineCode(line === null ? file : `${file}:${line}`)})`;
  const why = message === '' ? '' : `: ${escapeMarkdown(message.slice(0, longestMessage))}`;
  return `- ❌ ${escapeMarkdown([suite, name].filter((word) => word !== '').join(' › '))}${where}${why}`;
}
