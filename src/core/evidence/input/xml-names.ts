import { nameKind } from './xml-bytes.ts';
import { ReportProblem } from './report-problem.ts';

/** The names of one document, each kept once: a name is its number from then on. */
export interface XmlNames {
  /** Reads the name that begins at `start` and ends before `end`; -1 when it may go on there, or none begins. `end` is its end. */
  read(bytes: Uint8Array, start: number, end: number): number;
  /** Where the name read last ended. */
  end: number;
  text(name: number): string;
  /** -1 for a name that has not occurred. */
  find(text: string): number;
  /** True when the bytes from `at` on are this name. */
  matches(name: number, bytes: Uint8Array, at: number): boolean;
  length(name: number): number;
}

/** Reports use some dozens of names of some dozen letters. */
export const mostNames = 5_000;
const longestName = 1_000;
const slotCount = 1 << 14;
// XML 1.0, fifth edition, productions 4 and 4a.
const nameStart =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const wholeName = new RegExp(`^[${nameStart}][${nameStart}.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040-]*$`, 'u');

interface Known {
  /** What is being read. */
  bytes: Uint8Array;
  readonly texts: string[];
  readonly byText: Map<string, number>;
  readonly hashes: Int32Array;
  /** All names' bytes in a row; name n lies between `starts[n]` and `starts[n + 1]`. */
  pool: Uint8Array;
  readonly starts: Int32Array;
  readonly slots: Int16Array;
  /** The name that came after this one last time: most often the same comes again, which saves looking it up. */
  readonly following: Int16Array;
}

export function xmlNames(): XmlNames {
  const known: Known = {
    bytes: new Uint8Array(0),
    texts: [],
    byText: new Map(),
    hashes: new Int32Array(mostNames),
    pool: new Uint8Array(1 << 10),
    starts: new Int32Array(mostNames + 1),
    slots: new Int16Array(slotCount),
    following: new Int16Array(mostNames).fill(-1),
  };
  const { following, starts } = known;
  let previous = 0;
  const names: XmlNames = {
    end: 0,
    read(bytes, start, limit) {
      known.bytes = bytes;
      const guess = following[previous] ?? -1;
      if (guess >= 0) {
        const { pool } = known;
        const stop = starts[guess + 1] ?? 0;
        let [own, at] = [starts[guess] ?? 0, start];
        while (own < stop && pool[own] === bytes[at]) {
          own += 1;
          at += 1;
        }
        if (own === stop && at < limit && nameKind[bytes[at] ?? 0] === 0) {
          names.end = at;
          previous = guess;
          return guess;
        }
      }
      let [end, hash] = [start, 0];
      for (; end < limit && nameKind[bytes[end] ?? 0] !== 0; end += 1) hash = (Math.imul(hash, 31) + (bytes[end] ?? 0)) | 0;
      names.end = end;
      if (end === limit || end === start) return -1;
      const name = find(known, { bytes, start, end, hash });
      following[previous] = name;
      previous = name;
      return name;
    },
    text: (name) => known.texts[name] ?? '',
    find: (text) => known.byText.get(text) ?? -1,
    matches(name, bytes, at) {
      known.bytes = bytes;
      return matches(known, name, at);
    },
    length: (name) => lengthOf(known, name),
  };
  return names;
}

function lengthOf({ starts }: Known, name: number): number {
  return (starts[name + 1] ?? 0) - (starts[name] ?? 0);
}

function matches({ bytes, pool, starts }: Known, name: number, at: number): boolean {
  const [start, end] = [starts[name] ?? 0, starts[name + 1] ?? 0];
  for (let index = start; index < end; index += 1) if (pool[index] !== bytes[at + index - start]) return false;
  return true;
}

interface Word {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly hash: number;
}

function find(known: Known, word: Word): number {
  const { start, end, hash } = word;
  for (let slot = (hash ^ (hash >>> 15)) & (slotCount - 1); ; slot = (slot + 1) & (slotCount - 1)) {
    const name = (known.slots[slot] ?? 0) - 1;
    if (name < 0) return add(known, slot, word);
    if (known.hashes[name] === hash && lengthOf(known, name) === end - start && matches(known, name, start)) return name;
  }
}

function add(known: Known, slot: number, { bytes, start, end, hash }: Word): number {
  const name = known.texts.length;
  if (name >= mostNames) throw new ReportProblem(`there are more than ${mostNames} different names in it`);
  const text = checkedName(bytes.subarray(start, end));
  const from = known.starts[name] ?? 0;
  if (from + end - start > known.pool.length) {
    const larger = new Uint8Array(2 * (from + end - start));
    larger.set(known.pool);
    known.pool = larger;
  }
  known.pool.set(bytes.subarray(start, end), from);
  known.starts[name + 1] = from + end - start;
  known.hashes[name] = hash;
  known.texts.push(text);
  known.byText.set(text, name);
  known.slots[slot] = name + 1;
  return name;
}

/** As a key of an object it is the one copy of its kind, which makes comparing it with the readers' names cheap. */
function checkedName(bytes: Uint8Array): string {
  if (bytes.length > longestName) throw new ReportProblem(`a name is longer than ${longestName} bytes`);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (nameKind[bytes[0] ?? 0] !== 1 || !wholeName.test(text)) throw new ReportProblem(`${JSON.stringify(text.slice(0, 40))} is no name`);
  return Object.keys({ [text]: 0 })[0] ?? text;
}
