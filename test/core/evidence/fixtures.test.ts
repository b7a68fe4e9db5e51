import { describe, expect, it } from 'vitest';
import { readReport } from '../../../src/core/evidence/read-report.ts';
import type { CoverageReport } from '../../../src/core/evidence/report.ts';
import { readers } from '../../../src/core/evidence/readers/readers.ts';
import { readFixture, readFixtures } from './fixtures.ts';
import type { Fixture } from './fixtures.ts';

const fixtures = readFixtures();
if (!fixtures) console.warn('SKIPPED: the evidence fixtures (../shared/fixtures/evidence) are not here, so no reader was held against them.');

const readable = new Set(readers.map((reader) => reader.format));
const measures = ['lines', 'branches', 'functions', 'statements', 'instructions'] as const;

describe.skipIf(!fixtures)('reports of real tools', () => {
  it.each(own().map((fixture) => [fixture.file, fixture] as const))('reads %s as its writer meant it', (_, fixture) => {
    expect(differences(fixture)).toEqual([]);
  });

  it('rejects every format that it does not read yet, and says which it reads', () => {
    const wrong = (fixtures ?? [])
      .filter((fixture) => !readable.has(fixture.format))
      .flatMap((fixture) => {
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

/** What a report says other than expected; nothing when it is right. */
function differences(fixture: Fixture): string[] {
  const { expected } = fixture;
  const report = readReport(fixture.file, readFixture(fixture));
  if (report.outcome !== expected.outcome) return [`outcome ${report.outcome} ${report.error?.message ?? ''}`];
  if (report.outcome === 'reject') return report.error?.message ? [] : ['a rejection without a reason'];
  if (report.outcome !== 'ok' || report.kind !== 'coverage') return [];
  const format = report.format === fixture.format ? [] : [`format ${report.format}`];
  const files = report.totals.files === (expected.files ?? null) ? [] : [`files ${report.totals.files}`];
  return [...format, ...files, ...measures.flatMap((measure) => differenceOf(report, expected, measure))];
}

function differenceOf(report: CoverageReport, expected: Fixture['expected'], measure: (typeof measures)[number]): string[] {
  const alternatives = measure === 'lines' ? expected.acceptable_lines : measure === 'branches' ? expected.acceptable_branches : undefined;
  const actual = JSON.stringify(report.totals[measure]);
  const right = (alternatives ?? [expected[measure] ?? null]).some((count) => JSON.stringify(count) === actual);
  const flagged = !alternatives || report.flags.some((flag) => flag.startsWith('header-disagrees'));
  return [...(right ? [] : [`${measure} ${actual}`]), ...(flagged ? [] : [`${measure}: the disagreement is not flagged`])];
}
