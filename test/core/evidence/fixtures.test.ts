import { describe, expect, it } from 'vitest';
import { readReport } from '../../../src/core/evidence/read-report.ts';
import { readers } from '../../../src/core/evidence/readers/readers.ts';
import { readFixture, readFixtures } from './fixtures.ts';
import type { Fixture } from './fixtures.ts';

const fixtures = readFixtures();
if (!fixtures) console.warn('SKIPPED: the evidence fixtures (../shared/fixtures/evidence) are not here, so no reader was held against them.');

const readable = new Set(readers.map((reader) => reader.format));
const measures = ['lines', 'branches', 'functions', 'statements', 'instructions'] as const;

describe.skipIf(!fixtures)('reports of real tools', () => {
  it.each(own().map((fixture) => [fixture.file, fixture] as const))('reads %s as its writer meant it', (_, fixture) => {
    const report = readReport(fixture.file, readFixture(fixture));
    expect(report.outcome, report.error?.message).toBe(fixture.expected.outcome);
    if (report.outcome === 'reject') expect(report.error?.message).toBeTruthy();
    if (report.outcome !== 'ok' || report.kind !== 'coverage') return;
    expect(report.format).toBe(fixture.format);
    expect(report.totals.files).toBe(fixture.expected.files ?? null);
    for (const measure of measures) compare(report, fixture, measure);
  });

  it('rejects every format that it does not read yet, and says which it reads', () => {
    const wrong = (fixtures ?? []).filter((fixture) => !readable.has(fixture.format)).flatMap((fixture) => {
      const bytes = readFixture(fixture);
      const report = readReport(fixture.file, bytes);
      const right = bytes.length === 0 ? report.outcome === 'empty' : report.outcome === 'reject' && /lcov/.test(report.error?.message ?? '');
      return right ? [] : [`${fixture.file}: ${report.format} ${report.outcome} ${report.error?.message ?? ''}`];
    });
    expect(wrong).toEqual([]);
  });
});

function own(): Fixture[] {
  return (fixtures ?? []).filter((fixture) => readable.has(fixture.format));
}

function compare(report: Extract<ReturnType<typeof readReport>, { kind: 'coverage' }>, fixture: Fixture, measure: (typeof measures)[number]): void {
  const { expected } = fixture;
  const acceptable = measure === 'lines' ? expected.acceptable_lines : measure === 'branches' ? expected.acceptable_branches : undefined;
  const actual = report.totals[measure];
  if (!acceptable) {
    expect(actual, measure).toEqual(expected[measure] ?? null);
    return;
  }
  expect(acceptable, measure).toContainEqual(actual);
  expect(report.flags.some((flag) => flag.startsWith('header-disagrees')), 'a disagreement is flagged').toBe(true);
}
