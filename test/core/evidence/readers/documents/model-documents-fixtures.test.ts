import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import { fixturesOf, readFixture } from '../../fixtures.ts';
import { valueDifferences } from '../expected-values.ts';

const fixtures = fixturesOf('model-card-json', 'hf-model-card-md', 'oscal-assessment-results');

describe.skipIf(fixtures.length === 0)('documents that real tools wrote', () => {
  it.each(fixtures.map((fixture) => [fixture.file, fixture] as const))('reads %s as its writer meant it', (_, fixture) => {
    const report = readReport('report', readFixture(fixture));
    expect([report.format, report.kind, report.outcome]).toEqual([fixture.format, 'document', fixture.expected.outcome]);
    expect(valueDifferences(report, fixture.expected)).toEqual([]);
  });
});
