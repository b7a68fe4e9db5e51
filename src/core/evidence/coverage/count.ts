import { addHits } from '../input/parse-figure.ts';

/** Exact counts; a ratio is formed only when it is compared or printed. */
export interface Count {
  readonly covered: number;
  readonly total: number;
}

/** Counts the keys of a tally and those that were hit. */
export function countHits(hits: ReadonlyMap<unknown, number>): Count {
  let covered = 0;
  for (const value of hits.values()) if (value > 0) covered += 1;
  return { covered, total: hits.size };
}

/** Adds counts; null where none is known. */
export function sumCounts(counts: Iterable<Count | null>): Count | null {
  const known = [...counts].filter((count) => count !== null);
  if (known.length === 0) return null;
  return known.reduce((sum, count) => ({ covered: addHits(sum.covered, count.covered), total: addHits(sum.total, count.total) }));
}

/** A count of nothing says nothing: null instead of 0 of 0. */
export function someCount(count: Count | null): Count | null {
  return count && count.total > 0 ? count : null;
}

export function sameCount(a: Count, b: Count): boolean {
  return a.covered === b.covered && a.total === b.total;
}
