import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import { fixturesOf, readFixture } from '../../fixtures.ts';
import type { Fixture } from '../../fixtures.ts';

const formats = [
  'k6-summary',
  'locust-stats-csv',
  'jmeter-jtl-csv',
  'jmeter-jtl-xml',
  'gatling-global-stats',
  'gatling-stats',
  'axe-json',
  'lighthouse-json',
  'lhci-assertion-results',
  'chaostoolkit-journal',
];

/** What the fixtures say beside figures, and what is named otherwise here. */
const texts = new Set([
  'outcome',
  'shape',
  'root',
  'value_types',
  'version',
  'engine',
  'lighthouseVersion',
  'gatherMode',
  'runtimeError',
  'status',
  'chaoslib',
]);
const renamed: Readonly<Record<string, string>> = { scores_0_to_1: 'scores' };

describe('reports of real tools', () => {
  it.each(fixturesOf(...formats).map((fixture) => [fixture.file, fixture] as const))('reads %s as its writer meant it', (_, fixture) => {
    const report = readReport(fixture.file, readFixture(fixture));
    expect(report.outcome).toBe(fixture.expected.outcome);
    if (report.outcome !== 'ok' || report.kind !== 'metrics') return;
    expect(report.format).toBe(fixture.format);
    expect(report.flags.filter((flag) => flag.startsWith('header-disagrees'))).toEqual([]);
    for (const [name, value] of expectedFigures(fixture)) {
      const actual = report.totals.values[name];
      if (typeof value === 'number') expect(actual, name).toBeCloseTo(value, Math.abs(value) < 1 ? 6 : 4);
      else expect(actual, name).toBe(value);
    }
  });
});

function expectedFigures(fixture: Fixture): [string, unknown][] {
  return Object.entries(fixture.expected).flatMap(([name, value]): [string, unknown][] => {
    if (texts.has(name) || value === null) return [];
    if (name === 'thresholds_ok') return thresholds(value as Record<string, boolean>);
    return typeof value === 'object' ? flat(renamed[name] ?? name, value as object) : [[name, value]];
  });
}

function thresholds(held: Readonly<Record<string, boolean>>): [string, unknown][] {
  const entries = Object.entries(held).map(([name, ok]): [string, unknown] => [`thresholds.${name.replace(': ', '.')}`, ok]);
  return [...entries, ['thresholds_ok', entries.filter(([, ok]) => ok).length]];
}

function flat(prefix: string, values: object): [string, unknown][] {
  return Object.entries(values).flatMap(([name, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null ? flat(`${prefix}.${name}`, value as object) : [[`${prefix}.${name}`, value]],
  );
}
