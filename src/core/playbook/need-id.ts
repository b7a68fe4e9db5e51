import { nearestWord } from '../spelling/nearest-word.ts';
import type { Problem } from './problem.ts';

/** A problem where an id is used that nothing defines; the nearest spelling is offered. */
export function needId(known: ReadonlySet<string>, what: string, use: { id: string; path: Problem['path'] }): Problem[] {
  if (known.has(use.id)) return [];
  const near = nearestWord(use.id, known);
  const instead = near
    ? `write "${near}"`
    : known.size > 12
      ? 'use one that the playbook defines'
      : `use one of ${[...known].join(', ') || 'none yet: define it'}`;
  return [{ path: use.path, message: `there is no ${what} "${use.id}"; ${instead}` }];
}
