import type { Count } from '../report.ts';

/**
 * Things that are hit or not, such as branches and functions, by whole numbers that name them: `2 * key`, plus 1 where it
 * was hit. Ascending, each key once. Keys are below 2^52, so that all of this is exact.
 */
export type KeyHits = Float64Array;

/** Packs entries (`2 * key + hit`) in any order; a key that is hit in one of its entries is hit. Works in `entries`, of which
 * the result is a part. */
export function packKeys(entries: Float64Array): KeyHits {
  if (isAscending(entries)) return entries;
  if (entries.length <= few) sortFew(entries);
  else entries.sort();
  let length = 0;
  for (const entry of entries) {
    // Entries of one key stand together, the hit one last.
    if (length > 0 && sameKey(entries[length - 1] ?? 0, entry)) length -= 1;
    entries[length++] = entry;
  }
  return entries.subarray(0, length);
}

export function uniteKeys(a: KeyHits, b: KeyHits): KeyHits {
  const united = new Float64Array(a.length + b.length);
  let [length, left, right] = [0, 0, 0];
  while (left < a.length || right < b.length) {
    const entry = (a[left] ?? Infinity) <= (b[right] ?? Infinity) ? (a[left++] ?? 0) : (b[right++] ?? 0);
    if (length > 0 && sameKey(united[length - 1] ?? 0, entry)) length -= 1;
    united[length++] = entry;
  }
  return united.slice(0, length);
}

export function countKeys(keys: KeyHits): Count {
  let covered = 0;
  for (const entry of keys) covered += isHit(entry);
  return { covered, total: keys.length };
}

/** True when the keys ascend, each once. */
function isAscending(entries: Float64Array): boolean {
  for (let at = 1; at < entries.length; at += 1) {
    const last = entries[at - 1] ?? 0;
    if ((entries[at] ?? 0) <= last + 1 - isHit(last)) return false;
  }
  return true;
}

function sameKey(lower: number, higher: number): boolean {
  return higher === lower || (higher === lower + 1 && isHit(lower) === 0);
}

/** 1 where the key was hit. The remainder of a division would be many times slower. */
function isHit(entry: number): number {
  return entry - 2 * Math.floor(entry / 2);
}

// Up to here inserting beats the call of a sort that was made for many.
const few = 64;

function sortFew(entries: Float64Array): void {
  for (let at = 1; at < entries.length; at += 1) {
    const entry = entries[at] ?? 0;
    let place = at;
    for (; place > 0 && (entries[place - 1] ?? 0) > entry; place -= 1) entries[place] = entries[place - 1] ?? 0;
    entries[place] = entry;
  }
}
