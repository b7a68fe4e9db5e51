import type { Report } from '../../../../src/core/evidence/report.ts';

/**
 * What the values of a report of metrics or a document say other than a fixture's `expected`, of which every number and boolean is due under its dotted
 * name. `renamed` maps names that the fixtures' author gave to ours; texts and lists are not values.
 */
export function valueDifferences(report: Report, expected: Readonly<Record<string, unknown>>, renamed: (name: string) => string = (name) => name): string[] {
  const values = report.kind === 'metrics' || report.kind === 'document' ? report.totals.values : {};
  return leaves(expected, '').flatMap(([name, value]) => {
    const actual = values[renamed(name)];
    const same = typeof value === 'number' && typeof actual === 'number' ? Math.abs(actual - value) <= 1e-6 * Math.max(1, Math.abs(value)) : actual === value;
    return same ? [] : [`${renamed(name)} is ${String(actual)}, expected ${String(value)}`];
  });
}

function leaves(value: unknown, name: string): [string, number | boolean][] {
  if (typeof value === 'number' || typeof value === 'boolean') return [[name, value]];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, name === '' ? key : `${name}.${key}`));
}
