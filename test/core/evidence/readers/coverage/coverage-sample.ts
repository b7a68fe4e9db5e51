import { describe, expect, it } from 'vitest';
import { linePairs } from '../../../../../src/core/evidence/coverage/line-hits.ts';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import type { CoverageReport, FileCoverage } from '../../../../../src/core/evidence/report.ts';
import { fixturesOf, readFixture } from '../../fixtures.ts';

/** Reads a sample as text, or as JSON of anything else. */
export function readSample(content: unknown): CoverageReport {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const report = readReport('sample', new TextEncoder().encode(text));
  if (report.kind !== 'coverage') throw new TypeError(`read as ${report.kind}`);
  return report;
}

/** Totals as `covered/total`, without what is null. */
export function said(totals: FileCoverage['totals'] | CoverageReport['totals']): Record<string, string> {
  return Object.fromEntries(Object.entries(totals).flatMap(([name, count]) => (count === null ? [] : [[name, sayCount(count)]])));
}

function sayCount(count: { covered: number; total: number } | number): string {
  return typeof count === 'number' ? String(count) : `${count.covered}/${count.total}`;
}

/** Lines and hits by file. */
export function hits(report: CoverageReport): Record<string, Record<number, number>> {
  return Object.fromEntries(report.files.map((file) => [file.path, Object.fromEntries(linePairs(file.lines))]));
}

/** Holds a format against the reports of real tools. */
export function describeFixtures(format: string): void {
  const fixtures = fixturesOf(format);
  describe.skipIf(fixtures.length === 0)(`real reports of ${format}`, () => {
    it.each(fixtures.map((fixture) => [fixture.file, fixture] as const))('%s', (_, fixture) => {
      const report = readReport(fixture.file, readFixture(fixture));
      expect(report).toMatchObject({ format, kind: 'coverage', outcome: fixture.expected.outcome });
      const measures = ['lines', 'branches', 'functions', 'statements', 'instructions', 'files'] as const;
      const expected = Object.fromEntries(measures.map((measure) => [measure, fixture.expected[measure] ?? null]));
      expect((report as CoverageReport).totals).toEqual(expected);
    });
  });
}
