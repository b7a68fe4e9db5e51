/** Gives each name, as bytes, a number: equal names equal ones, from 0 up. Names are kept once and never decoded. */
export interface NameTable {
  numberOf(bytes: Uint8Array, start: number, end: number): number;
}

// A process has a seed of its own, so that nobody can write a report whose names all fall into one place.
const seed = Math.floor(Math.random() * 2 ** 32) | 0;

export function nameTable(): NameTable {
  let [slots, hashes, ends, text] = [new Int32Array(1 << 12), new Int32Array(1 << 11), new Float64Array(1 << 11), new Uint8Array(1 << 16)];
  let count = 0;
  let last = -1;
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2);
    hashes = extended(hashes, new Int32Array(hashes.length * 2));
    ends = extended(ends, new Float64Array(ends.length * 2));
    for (let number = 0; number < count; number += 1) {
      let slot = (hashes[number] ?? 0) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
  };
  const add = (bytes: Uint8Array, hash: number): number => {
    const begin = count === 0 ? 0 : (ends[count - 1] ?? 0);
    if (begin + bytes.length > text.length) text = extended(text, new Uint8Array((begin + bytes.length) * 2));
    text.set(bytes, begin);
    ends[count] = begin + bytes.length;
    hashes[count] = hash;
    return count++;
  };
  const equals = (number: number, bytes: Uint8Array, start: number): boolean => {
    const begin = number === 0 ? 0 : (ends[number - 1] ?? 0);
    const length = (ends[number] ?? 0) - begin;
    for (let at = 0; at < length; at += 1) if (bytes[start + at] !== text[begin + at]) return false;
    return true;
  };
  const lengthOf = (number: number): number => (ends[number] ?? 0) - (number === 0 ? 0 : (ends[number - 1] ?? 0));
  /** Names often come again in the order in which they first came: that spares the search. */
  const isNext = (bytes: Uint8Array, start: number, end: number): boolean =>
    last + 1 < count && lengthOf(last + 1) === end - start && equals(last + 1, bytes, start);
  const find = (bytes: Uint8Array, start: number, end: number): number => {
    const hash = hashOf(bytes, start, end);
    let slot = hash & (slots.length - 1);
    for (let taken = slots[slot] ?? 0; taken !== 0; taken = slots[slot] ?? 0) {
      if (hashes[taken - 1] === hash && lengthOf(taken - 1) === end - start && equals(taken - 1, bytes, start)) return taken - 1;
      slot = (slot + 1) & (slots.length - 1);
    }
    const number = add(bytes.subarray(start, end), hash);
    slots[slot] = number + 1;
    if (count * 2 > slots.length - 2) grow();
    return number;
  };
  return {
    numberOf(bytes, start, end) {
      last = isNext(bytes, start, end) ? last + 1 : find(bytes, start, end);
      return last;
    },
  };
}

function extended<Numbers extends Int32Array | Float64Array | Uint8Array>(old: Numbers, larger: Numbers): Numbers {
  larger.set(old);
  return larger;
}

/** FNV-1a with its bits mixed at the end. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = seed;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
