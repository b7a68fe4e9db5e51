import type { Problem } from './problem.ts';

/** A problem where an id is used that nothing defines; the nearest spelling is offered. */
export function needId(known: ReadonlySet<string>, what: string, use: { id: string; path: Problem['path'] }): Problem[] {
  if (known.has(use.id)) return [];
  const near = nearest(use.id, known);
  const instead = near ? `write "${near}"` : known.size > 12 ? 'use one that the playbook defines' : `use one of ${[...known].join(', ') || 'none yet: define it'}`;
  return [{ path: use.path, message: `there is no ${what} "${use.id}"; ${instead}` }];
}

function nearest(id: string, known: ReadonlySet<string>): string | undefined {
  const limit = Math.max(1, Math.floor(id.length / 4));
  return [...known]
    .filter((candidate) => Math.abs(candidate.length - id.length) <= limit)
    .map((candidate) => ({ candidate, steps: editDistance(id, candidate) }))
    .filter(({ steps }) => steps <= limit)
    .sort((a, b) => a.steps - b.steps)[0]?.candidate;
}

/** Levenshtein distance, row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
