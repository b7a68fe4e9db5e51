import { numberSlab } from './number-slab.ts';
import { packKeys } from './key-hits.ts';
import type { KeyHits } from './key-hits.ts';
import type { LineHits } from './line-hits.ts';

// Few enough to sort in no time, and so many that a file seldom needs two parts.
const most = 1 << 16;
const mostHits = 2 ** 32 - 1;

/** Collects lines of one record after the other without making anything for each line. */
export interface LineBuffer {
  /** True when it took the last that it can: `take` must follow. */
  add(line: number, hits: number): boolean;
  /** The lines so far, packed; null when there are none. The buffer is empty afterwards. */
  take(): LineHits | null;
}

export function lineBuffer(): LineBuffer {
  const numbers = new Uint32Array(most);
  const hits = new Uint32Array(most);
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
      return length === most;
    },
    take() {
      if (length === 0) return null;
      const packed = ascending
        ? { numbers: kept(numbers), hits: kept(hits) }
        : sorted({ numbers: numbers.subarray(0, length), hits: hits.subarray(0, length) });
      [length, last, ascending] = [0, -1, true];
      return packed;
    },
  };
}

/** Lines in any order; hits of equal lines are added. */
function sorted(part: LineHits): LineHits {
  // The line and the place of its hits in one number: such are sorted much faster than objects.
  const order = Float64Array.from(part.numbers, (line, index) => line * most + index).sort();
  const numbers = new Uint32Array(order.length);
  const hits = new Uint32Array(order.length);
  let length = 0;
  for (const entry of order) {
    const line = Math.floor(entry / most);
    if (length === 0 || numbers[length - 1] !== line) numbers[length++] = line;
    hits[length - 1] = Math.min((hits[length - 1] ?? 0) + (part.hits[entry % most] ?? 0), mostHits);
  }
  return { numbers: numbers.slice(0, length), hits: hits.slice(0, length) };
}

/** Collects what `KeyHits` packs. */
export interface KeyBuffer {
  add(key: number, hit: boolean): boolean;
  take(): KeyHits | null;
}

export function keyBuffer(): KeyBuffer {
  const entries = new Float64Array(most);
  const slab = numberSlab<Float64Array>(Float64Array);
  let length = 0;
  return {
    add(key, hit) {
      entries[length++] = 2 * key + (hit ? 1 : 0);
      return length === most;
    },
    take() {
      if (length === 0) return null;
      const packed = packKeys(entries.subarray(0, length));
      const kept = slab(packed, packed.length);
      length = 0;
      return kept;
    },
  };
}
