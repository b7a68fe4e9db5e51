import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import type { TestsReport } from '../../../../../src/core/evidence/report.ts';

/** Reads a sample of test results. Throws when it is taken for another kind of evidence. */
export function readText(text: string): TestsReport {
  const report = readReport('results', new TextEncoder().encode(text));
  if (report.kind !== 'tests') throw new Error(`read as ${report.kind}: ${report.error?.message ?? ''}`);
  return report;
}

/** `passed failed errors skipped flaky`, the shortest table there is. */
export function figures(text: string): string {
  const { outcome, totals } = readText(text);
  return `${outcome} ${totals.passed} ${totals.failed} ${totals.errors} ${totals.skipped} ${totals.flaky}`;
}

export function flagsOf(text: string): string[] {
  return readText(text).flags.map((flag) => flag.split(':', 1)[0] ?? '');
}
