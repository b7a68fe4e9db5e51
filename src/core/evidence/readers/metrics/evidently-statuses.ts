import { memberOf, textOf } from '../../input/json-shape.ts';
import type { MetricSheet } from './metric-sheet.ts';

/** Counts Evidently's tests by status as `<prefix>.<STATUS>`, and says whether none failed or broke as `all_passed`. */
export function setStatuses(sheet: MetricSheet, input: { readonly tests: readonly unknown[]; readonly prefix: string }): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const test of input.tests) {
    const written = textOf(memberOf(test, 'status')) ?? 'UNKNOWN';
    // The enum is written by its value in some versions and by its name (`TestStatus.FAIL`) in others.
    const status = written.slice(written.lastIndexOf('.') + 1).toUpperCase();
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  for (const [status, count] of counts) sheet.set(`${input.prefix}.${status}`, count);
  // A WARNING is the failure of a test that the team declared not critical.
  sheet.set(
    'all_passed',
    [...counts.keys()].every((status) => status === 'SUCCESS' || status === 'WARNING'),
  );
  return counts;
}
