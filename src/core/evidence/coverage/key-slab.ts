import { hitKeys, packKeys, uniteKeys } from './key-hits.ts';
import type { KeyHits } from './key-hits.ts';
import { slabLengthAfter } from './slab-length.ts';
import type { Uniting } from './sorted-parts.ts';

/** Packed keys, from `start` to `end` of memory that files share, with the number of those that were hit. */
export interface KeyPart {
  readonly entries: Float64Array;
  readonly start: number;
  readonly end: number;
  readonly covered: number;
}

/** Collects what `KeyHits` packs, for one file after the other, as `LineSlab` does with lines. */
export interface KeySlab {
  entries: Float64Array;
  /** Where the open part begins. */
  start: number;
  end: number;
  limit: number;
  /** The key that was written last, -1 before the first. */
  last: number;
  /** Whether the keys of the open part ascend, each once. */
  ascending: boolean;
  /** Entries of the open part that were hit. */
  covered: number;
}

// Few enough to sort in no time, and so many that a file seldom needs two parts.
const most = 1 << 16;

export const uniteKeyParts: Uniting<KeyPart> = {
  size: (part) => part.end - part.start,
  unite(a, b) {
    const entries = uniteKeys(keysOf(a), keysOf(b));
    return { entries, start: 0, end: entries.length, covered: hitKeys(entries, 0, entries.length) };
  },
};

function keysOf(part: KeyPart): KeyHits {
  return part.entries.subarray(part.start, part.end);
}

export function keySlab(): KeySlab {
  return { entries: new Float64Array(0), start: 0, end: 0, limit: 0, last: -1, ascending: true, covered: 0 };
}

/** Makes room for at least one key; gives a part where the open one has become so long that it must be closed. */
export function roomForKey(slab: KeySlab): KeyPart | null {
  if (slab.end < slab.limit) return null;
  const part = slab.end - slab.start >= most ? takeKeys(slab) : null;
  if (slab.end === slab.entries.length) moveOpen(slab);
  slab.limit = Math.min(slab.entries.length, slab.start + most);
  return part;
}

function moveOpen(slab: KeySlab): void {
  const open = slab.entries.subarray(slab.start, slab.end);
  slab.entries = new Float64Array(slabLengthAfter(slab.entries.length, open.length));
  slab.entries.set(open);
  [slab.start, slab.end] = [0, open.length];
}

/** There must be room. */
export function addKey(slab: KeySlab, key: number, hit: boolean): void {
  if (key <= slab.last) slab.ascending = false;
  slab.last = key;
  slab.entries[slab.end] = 2 * key + (hit ? 1 : 0);
  slab.end += 1;
  if (hit) slab.covered += 1;
}

/** Closes the open part; null when there is nothing in it. */
export function takeKeys(slab: KeySlab): KeyPart | null {
  const { entries, start } = slab;
  if (slab.end === start) return null;
  if (!slab.ascending) {
    slab.end = packKeys(entries, start, slab.end);
    slab.covered = hitKeys(entries, start, slab.end);
  }
  const part = { entries, start, end: slab.end, covered: slab.covered };
  slab.start = slab.end;
  slab.last = -1;
  slab.ascending = true;
  slab.covered = 0;
  slab.limit = Math.min(entries.length, slab.start + most);
  return part;
}
