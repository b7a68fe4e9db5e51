import type { Count } from './count.ts';

/**
 * Which lines can be covered, and how often each ran. Equal positions of the two arrays belong together; line numbers
 * ascend, each once. Packed, because a large product has millions of lines. Hits stop at 2^32 - 1: a gate only asks
 * whether they are above 0.
 */
export interface LineHits {
  readonly numbers: Uint32Array;
  readonly hits: Uint32Array;
}

const mostHits = 2 ** 32 - 1;

/** A report that lists no lines: it has sums at most. */
export const noLines: LineHits = { numbers: new Uint32Array(0), hits: new Uint32Array(0) };

/** Packs pairs of line and hits in any order; hits of equal lines are added. */
export function packLines(pairs: Iterable<readonly [line: number, hits: number]>): LineHits {
  const sums = new Map<number, number>();
  for (const [line, hits] of pairs) sums.set(line, Math.min((sums.get(line) ?? 0) + hits, mostHits));
  if (sums.size === 0) return noLines;
  const numbers = Uint32Array.from(sums.keys()).sort();
  return { numbers, hits: numbers.map((line) => sums.get(line) ?? 0) };
}

/** The union of two reports of one file: hits of a line that both list are added. */
export function uniteLines(a: LineHits, b: LineHits): LineHits {
  if (a.numbers.length === 0) return b;
  if (b.numbers.length === 0) return a;
  const numbers = new Uint32Array(a.numbers.length + b.numbers.length);
  const hits = new Uint32Array(numbers.length);
  let [length, left, right] = [0, 0, 0];
  while (left < a.numbers.length || right < b.numbers.length) {
    const [first = Infinity, second = Infinity] = [a.numbers[left], b.numbers[right]];
    const sum = (first <= second ? (a.hits[left++] ?? 0) : 0) + (second <= first ? (b.hits[right++] ?? 0) : 0);
    numbers[length] = Math.min(first, second);
    hits[length++] = Math.min(sum, mostHits);
  }
  return { numbers: numbers.slice(0, length), hits: hits.slice(0, length) };
}

export function countLines({ hits }: LineHits): Count {
  let covered = 0;
  // An iterator costs more than all of the rest.
  for (let index = 0; index < hits.length; index += 1) if ((hits[index] ?? 0) > 0) covered += 1;
  return { covered, total: hits.length };
}

/** Pairs of line and hits, ascending: for tests, tables and small looks. */
export function linePairs({ numbers, hits }: LineHits): (readonly [line: number, hits: number])[] {
  return [...numbers].map((line, index) => [line, hits[index] ?? 0] as const);
}
