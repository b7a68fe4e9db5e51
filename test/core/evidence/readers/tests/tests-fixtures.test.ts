import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import { testsReaders } from '../../../../../src/core/evidence/readers/tests/tests-readers.ts';
import { fixturesOf, readFixture } from '../../fixtures.ts';
import type { Fixture } from '../../fixtures.ts';

const fixtures = fixturesOf(...testsReaders.map((reader) => reader.format));

describe.skipIf(fixtures.length === 0)('test results of real tools', () => {
  it.each(fixtures.map((fixture) => [fixture.file, fixture] as const))('%s is counted as its writer meant it', (_, fixture) => {
    expect(told(fixture)).toEqual(meant(fixture));
  });

  it.each(fixtures.map((fixture) => [fixture.file, fixture] as const))('the suites of %s add up to its totals', (_, fixture) => {
    const report = readReport(fixture.file, readFixture(fixture));
    if (report.kind !== 'tests' || report.outcome !== 'ok') return;
    const { totals } = report;
    expect(report.suites.reduce((sum, suite) => sum + suite.totals.tests, 0)).toBe(totals.tests);
    expect(totals.passed + totals.failed + totals.errors + totals.skipped).toBe(totals.tests);
  });

  it.each(fixtures.filter((fixture) => fixture.expected.outcome === 'ok').map((fixture) => [fixture.file, fixture] as const))(
    '%s is no clean pass when it is cut',
    (_, fixture) => {
      const bytes = readFixture(fixture);
      const clean = [0.1, 0.25, 0.5, 0.75, 0.9].filter((share) => {
        const report = readReport(fixture.file, bytes.subarray(0, Math.floor(bytes.length * share)));
        return report.outcome === 'ok' && report.kind === 'tests' && report.totals.failed + report.totals.errors === 0;
      });
      expect(clean).toEqual([]);
    },
  );
});

function told(fixture: Fixture): object {
  const report = readReport(fixture.file, readFixture(fixture));
  const reason = report.error?.message ?? null;
  if (report.outcome === 'reject') return { outcome: report.outcome, reason: reason !== null };
  if (report.kind !== 'tests') return { outcome: report.outcome, kind: report.kind };
  const { tests, passed, failed, errors, skipped, flaky } = report.totals;
  return { outcome: report.outcome, format: report.format, tests, passed, bad: failed + errors, skipped, flaky };
}

function meant(fixture: Fixture): object {
  const expected = fixture.expected as Record<string, number> & { outcome: string };
  if (expected.outcome === 'reject') return { outcome: 'reject', reason: true };
  const { outcome, tests, passed, failed = 0, errors = 0, skipped, flaky_passed, flaky = 0 } = expected;
  return { outcome, format: fixture.format, tests, passed, bad: failed + errors, skipped, flaky: flaky_passed ?? flaky };
}
