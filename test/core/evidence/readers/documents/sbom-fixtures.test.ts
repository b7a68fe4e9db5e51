import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import type { Fixture } from '../../fixtures.ts';
import { fixturesOf, readFixture } from '../../fixtures.ts';

const fixtures = fixturesOf('cyclonedx-json', 'cyclonedx-xml', 'spdx-json');
const counts = ['components_top_level', 'components_with_nested', 'dependencies', 'vulnerabilities', 'packages', 'files', 'relationships'];

describe.skipIf(fixtures.length === 0)('bills of material of real tools', () => {
  it.each(fixtures.map((fixture) => [fixture.file, fixture] as const))('counts what %s lists', (_, fixture) => {
    const report = readReport(fixture.file, readFixture(fixture));
    const values = report.kind === 'document' ? report.totals.values : {};
    expect([report.outcome, report.kind, report.outcome === 'ok' ? report.format : fixture.format]).toEqual([
      fixture.expected.outcome,
      'document',
      fixture.format,
    ]);
    expect(values).toMatchObject(wanted(fixture));
  });
});

function wanted({ expected }: Fixture): object {
  if (expected.outcome !== 'ok') return {};
  const declared = Object.entries((expected.types ?? {}) as Record<string, number>).map(([type, count]) => [`types.${type}`, count]);
  const numbers = counts.filter((name) => expected[name] !== undefined).map((name) => [name, expected[name]]);
  const flags = ['serialNumber', 'documentNamespace'].filter((name) => expected[name] !== undefined).map((name) => [name, expected[name]]);
  const component = 'metadata_component' in expected ? [['metadata_component', expected.metadata_component !== null]] : [];
  return Object.fromEntries([...numbers, ...declared, ...flags, ...component]) as object;
}
