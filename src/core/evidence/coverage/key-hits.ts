import type { Count } from '../report.ts';

/**
 * Things that are hit or not, such as branches and functions, by whole numbers that name them: `2 * key`, plus 1 where it
 * was hit. Ascending, each key once. Keys are below 2^52, so that all of this is exact.
 */
export type KeyHits = Float64Array;

/** Packs entries (`2 * key + hit`) in any order; a key that is hit in one of its entries is hit. May reorder `entries`. */
export function packKeys(entries: Float64Array): KeyHits {
  if (isAscending(entries)) return entries.slice();
  entries.sort();
  let length = 0;
  for (const entry of entries) {
    // Entries of one key stand together, the hit one last.
    if (length > 0 && sameKey(entries[length - 1] ?? 0, entry)) length -= 1;
    entries[length++] = entry;
  }
  return entries.slice(0, length);
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
  for (const entry of keys) covered += entry % 2;
  return { covered, total: keys.length };
}

/** True when the keys ascend, each once. */
function isAscending(entries: Float64Array): boolean {
  for (let at = 1; at < entries.length; at += 1) {
    const last = entries[at - 1] ?? 0;
    if ((entries[at] ?? 0) <= last + 1 - (last % 2)) return false;
  }
  return true;
}

function sameKey(lower: number, higher: number): boolean {
  return higher === lower || (higher === lower + 1 && lower % 2 === 0);
}
