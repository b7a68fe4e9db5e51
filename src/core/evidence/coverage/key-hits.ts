/**
 * Things that are hit or not, such as branches and functions, by whole numbers that name them: `2 * key`, plus 1 where it
 * was hit. Ascending, each key once. Keys are below 2^52, so that all of this is exact.
 */
export type KeyHits = Float64Array;

/** Packs the entries (`2 * key + hit`) of a stretch, which are in any order, at its beginning, and gives the new end. A key that
 * is hit in one of its entries is hit. */
export function packKeys(entries: Float64Array, start: number, end: number): number {
  if (end - start <= few) sortFew(entries, start, end);
  else entries.subarray(start, end).sort();
  let length = start;
  for (let at = start; at < end; at += 1) {
    const entry = entries[at] ?? 0;
    // Entries of one key stand together, the hit one last.
    if (length > start && sameKey(entries[length - 1] ?? 0, entry)) length -= 1;
    entries[length++] = entry;
  }
  return length;
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

/** Keys of a stretch that were hit. */
export function hitKeys(entries: KeyHits, start: number, end: number): number {
  let hit = 0;
  for (let at = start; at < end; at += 1) hit += isHit(entries[at] ?? 0);
  return hit;
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

function sortFew(entries: Float64Array, start: number, end: number): void {
  for (let at = start + 1; at < end; at += 1) {
    const entry = entries[at] ?? 0;
    let place = at;
    for (; place > start && (entries[place - 1] ?? 0) > entry; place -= 1) entries[place] = entries[place - 1] ?? 0;
    entries[place] = entry;
  }
}
