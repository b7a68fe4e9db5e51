import { checkShare } from '../../input/parse-figure.ts';
import { memberOf } from '../../input/json-shape.ts';
import { jsonWhole } from '../../input/json-figure.ts';
import type { Count } from '../../report.ts';

/** Two members of an object as a count; null when it has neither. Throws on one without the other, and on what cannot be. */
export function jsonCount(value: unknown, names: { readonly covered: string; readonly total: string }, what: string): Count | null {
  const [covered, total] = [memberOf(value, names.covered), memberOf(value, names.total)];
  if (covered === undefined && total === undefined) return null;
  const count = { covered: jsonWhole(covered, `${names.covered} of ${what}`), total: jsonWhole(total, `${names.total} of ${what}`) };
  checkShare(count, { what, line: null });
  return count;
}
