import { expectedList } from '../../input/expected-list.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { memberOf } from '../../input/json-shape.ts';

/**
 * Whether a result is accepted: it has suppressions, and every one of them is accepted (or says nothing of its status).
 * One that is under review or rejected leaves the result open: section 3.27.23 of the standard.
 */
export function isSuppressed(result: JsonObject): boolean {
  const suppressions = expectedList(memberOf(result, 'suppressions'), 'results[].suppressions');
  return suppressions.length > 0 && suppressions.every((suppression) => [undefined, null, 'accepted'].includes(memberOf(suppression, 'status') as string));
}
