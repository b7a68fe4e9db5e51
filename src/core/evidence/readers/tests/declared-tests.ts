import type { FlagList } from '../../input/flag-list.ts';
import { memberOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { TestTotals } from '../../report.ts';

const largest = 2 ** 31 - 1;

/** A count that a figure depends on: absent is 0, anything but a whole number is a `ReportProblem`. */
export function countOf(object: unknown, name: string): number {
  const value = memberOf(object, name);
  if (value === undefined || value === null) return 0;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largest) return value;
  throw new ReportProblem(`${name} is ${JSON.stringify(value).slice(0, 40)}; expected a whole number from 0 up`);
}

/** The sum of counts of a header; null where it has none of them. */
export function declaredOf(object: unknown, ...names: readonly string[]): number | null {
  const there = names.filter((name) => (memberOf(object, name) ?? null) !== null);
  return there.length === 0 ? null : there.reduce((sum, name) => sum + countOf(object, name), 0);
}

/** What is wrong with a report that declares failures and lists none: it was cut or filtered, and is no clean pass. */
export function unlistedFailures(declared: number | null | undefined, counted: TestTotals): string | null {
  // Some headers count the failed tries of tests that passed in the end.
  if ((declared ?? 0) <= counted.flaky || counted.failed + counted.errors > 0) return null;
  return `the report declares ${declared} failures and lists none; let the tool write the whole report again`;
}

/** Flags each figure of a header that is there and says other than what was counted. Returns what `unlistedFailures` says of it. */
export function compareDeclared(flags: FlagList, declared: Readonly<Partial<Record<keyof TestTotals, number | null>>>, counted: TestTotals): string | null {
  for (const key of ['tests', 'passed', 'failed', 'errors', 'skipped', 'flaky'] as const) {
    const said = declared[key];
    if (said !== undefined && said !== null && said !== counted[key]) flags.add(`header-disagrees: ${key} ${said}, counted ${counted[key]}`);
  }
  return unlistedFailures((declared.failed ?? 0) + (declared.errors ?? 0), counted);
}
