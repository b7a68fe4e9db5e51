import { countLines } from '../coverage/line-hits.ts';
import { countStatements } from '../coverage/statement-hits.ts';
import { sumFiles } from '../coverage/sum-files.ts';
import type { Count, CoverageReport, FileCoverage, FindingsReport, Report, TestTotals, TestsReport } from '../report.ts';
import { severities } from '../report.ts';

// Their totals are the report's own, which the files that it lists need not add up to.
const declaredTotals = new Set(['cobertura', 'jacoco', 'jacoco-csv', 'clover', 'opencover', 'phpunit-xml', 'xccov-json']);

/** Whether the totals of a report that was packed follow from what it lists: a figure that does not was written by no reader. */
export function isConsistent(report: Report): boolean {
  const failed = report.outcome === 'reject' || report.outcome === 'tool-error';
  if (failed !== (report.error !== undefined)) return false;
  switch (report.kind) {
    case 'coverage':
      return report.files.every(isConsistentFile) && (declaredTotals.has(report.format) || addsUp(report));
    case 'tests':
      return areTests(report);
    case 'findings':
      return areFindings(report);
    case 'metrics':
    case 'document':
      return true;
  }
}

function isConsistentFile({ lines, statements, totals }: FileCoverage): boolean {
  if (totals.lines && lines.numbers.length > 0) {
    const listed = countLines(lines);
    // A format may list lines that ran and do not count (docstrings), never a missed one.
    if (listed.total - listed.covered !== totals.lines.total - totals.lines.covered || listed.total < totals.lines.total) return false;
  }
  return !statements || statements.length === 0 || !totals.statements || same(countStatements(statements), totals.statements);
}

function addsUp({ totals, files, outcome }: CoverageReport): boolean {
  if (outcome !== 'ok') return true;
  // Sums of which no file is told have nothing to follow from.
  if (files.length === 0) return (totals.files ?? 0) === 0;
  const sum = sumFiles(files);
  const measures = ['lines', 'branches', 'functions', 'statements', 'instructions'] as const;
  return totals.files === sum.files && measures.every((measure) => same(totals[measure], sum[measure]));
}

/** Nothing of nothing is as good as no count. */
function same(a: Count | null, b: Count | null): boolean {
  return (a?.covered ?? 0) === (b?.covered ?? 0) && (a?.total ?? 0) === (b?.total ?? 0);
}

function areTests({ totals, suites }: TestsReport): boolean {
  const every = [totals, ...suites.map((suite) => suite.totals)];
  if (!every.every((part) => part.tests === part.passed + part.failed + part.errors + part.skipped && part.flaky <= part.passed)) return false;
  if (suites.length === 0) return true;
  const sum = (key: keyof TestTotals): number => suites.reduce((all, suite) => all + suite.totals[key], 0);
  return (['passed', 'failed', 'errors', 'skipped', 'flaky'] as const).every((key) => sum(key) === totals[key]);
}

function areFindings({ totals, findings }: FindingsReport): boolean {
  if (totals.total !== severities.reduce((sum, severity) => sum + totals.bySeverity[severity], 0)) return false;
  return severities.every((severity) => findings.filter((finding) => finding.severity === severity).length <= totals.bySeverity[severity]);
}
