import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import type { Report } from '../../../../../src/core/evidence/report.ts';
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
    expect(differences(report, fixture)).toEqual([]);
  });
});

function differences(report: Report, fixture: Fixture): string[] {
  if (report.outcome !== 'ok' || report.kind !== 'metrics') return [];
  const { values } = report.totals;
  const wrong = expectedFigures(fixture).flatMap(([name, value]) =>
    isNear(values[name], value) ? [] : [`${name} ${String(values[name])} instead of ${String(value)}`],
  );
  return [...(report.format === fixture.format ? [] : [report.format]), ...report.flags.filter((flag) => flag.startsWith('header-disagrees')), ...wrong];
}

/** The fixtures round some means and ratios to six or four decimals. */
function isNear(actual: unknown, expected: unknown): boolean {
  if (typeof actual !== 'number' || typeof expected !== 'number') return actual === expected;
  return Math.abs(actual - expected) <= (Math.abs(expected) < 1 ? 5e-7 : 5e-5);
}

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
