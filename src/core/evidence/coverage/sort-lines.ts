import type { LineHits } from './line-hits.ts';

/** As many lines as are sorted at once, at most. */
export const mostSorted = 1 << 16;
const mostHits = 2 ** 32 - 1;

/** Lines in any order, at most `mostSorted`; hits of equal lines are added. */
export function sortLines(part: LineHits): LineHits {
  // The line and the place of its hits in one number: such are sorted much faster than objects.
  const order = Float64Array.from(part.numbers, (line, index) => line * mostSorted + index).sort();
  const numbers = new Uint32Array(order.length);
  const hits = new Uint32Array(order.length);
  let length = 0;
  for (const entry of order) {
    const line = Math.floor(entry / mostSorted);
    if (length === 0 || numbers[length - 1] !== line) numbers[length++] = line;
    hits[length - 1] = Math.min((hits[length - 1] ?? 0) + (part.hits[entry % mostSorted] ?? 0), mostHits);
  }
  return { numbers: numbers.slice(0, length), hits: hits.slice(0, length) };
}
