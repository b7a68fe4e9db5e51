import { numberSlab } from './number-slab.ts';
import type { LineHits } from './line-hits.ts';
import { mostSorted, sortLines } from './sort-lines.ts';

const mostHits = 2 ** 32 - 1;

/** Collects lines of one record after the other without making anything for each line. */
export interface LineBuffer {
  /** True when it took the last that it can: `take` must follow. */
  add(line: number, hits: number): boolean;
  /** The lines so far, packed; null when there are none. The buffer is empty afterwards. */
  take(): LineHits | null;
}

export function lineBuffer(): LineBuffer {
  const numbers = new Uint32Array(mostSorted);
  const hits = new Uint32Array(mostSorted);
  const slab = numberSlab<Uint32Array>(Uint32Array);
  let [length, last, ascending] = [0, -1, true];
  const kept = (from: Uint32Array): Uint32Array => slab(from, length);
  return {
    add(line, count) {
      ascending = ascending && line > last;
      last = line;
      numbers[length] = line;
      hits[length] = count < mostHits ? count : mostHits;
      length += 1;
      return length === mostSorted;
    },
    take() {
      if (length === 0) return null;
      const packed = ascending
        ? { numbers: kept(numbers), hits: kept(hits) }
        : sortLines({ numbers: numbers.subarray(0, length), hits: hits.subarray(0, length) });
      [length, last, ascending] = [0, -1, true];
      return packed;
    },
  };
}
