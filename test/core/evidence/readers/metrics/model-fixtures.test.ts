import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import { fixturesOf, readFixture } from '../../fixtures.ts';
import { valueDifferences } from '../expected-values.ts';

const formats = (
  'evidently-json evidently-legacy-json great-expectations-json mlflow-metric-file metrics-json drift-custom-json ' +
  'promptfoo-json garak-report-jsonl garak-hitlog-jsonl lm-eval-results deepeval-testrun'
).split(' ');
const fixtures = fixturesOf(...formats);
// The fixtures put the figures of formats without a shape of their own below `metrics`.
const bare = new Set(['metrics-json', 'drift-custom-json']);

describe.skipIf(fixtures.length === 0)('metrics that real tools for models wrote', () => {
  it.each(fixtures.map((fixture) => [fixture.file, fixture] as const))('reads %s as its writer meant it', (_, fixture) => {
    const report = readReport('report', readFixture(fixture));
    expect([report.format, report.kind, report.outcome]).toEqual([fixture.format, 'metrics', fixture.expected.outcome]);
    const name = (given: string): string => (bare.has(fixture.format) ? given.replace(/^metrics\./, '') : given);
    expect(valueDifferences(report, fixture.expected, name)).toEqual([]);
  });

  it.each(fixtures.filter((fixture) => fixture.format === 'garak-report-jsonl').map((fixture) => [fixture.file, fixture] as const))(
    'reads the evaluations of %s',
    (_, fixture) => {
      const report = readReport('report', readFixture(fixture));
      const evals = fixture.expected.evals as { probe: string; detector: string; passed: number; total: number }[];
      for (const { probe, detector, passed, total } of evals)
        expect(report.totals).toMatchObject({ values: { [`probes.${probe}.${detector}.passed`]: passed, [`probes.${probe}.${detector}.total`]: total } });
    },
  );
});
