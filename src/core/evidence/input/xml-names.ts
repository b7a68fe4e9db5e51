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

// Reports use some dozens of names of some dozen letters.
const mostNames = 5_000;
const longestName = 1_000;
const slotCount = 1 << 14;
// XML 1.0, fifth edition, productions 4 and 4a.
const nameStart =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const wholeName = new RegExp(`^[${nameStart}][${nameStart}.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040-]*$`, 'u');

export function xmlNames(): XmlNames {
  const slots = new Int16Array(slotCount);
  const known: { readonly bytes: Uint8Array; readonly hash: number; readonly text: string }[] = [];
  const byText = new Map<string, number>();
  const matches = (name: number, bytes: Uint8Array, at: number): boolean => {
    const own = known[name]?.bytes;
    if (!own) return false;
    for (let index = 0; index < own.length; index += 1) if (own[index] !== bytes[at + index]) return false;
    return true;
  };
  const add = (slot: number, bytes: Uint8Array, hash: number): number => {
    if (known.length >= mostNames) throw new ReportProblem(`there are more than ${mostNames} different names in it`);
    const text = checkedName(bytes);
    const name = known.push({ bytes, hash, text }) - 1;
    byText.set(text, name);
    slots[slot] = name + 1;
    return name;
  };
  const names: XmlNames = {
    end: 0,
    read(bytes, start, limit) {
      let [end, hash] = [start, 0];
      for (; end < limit && nameKind[bytes[end] ?? 0] !== 0; end += 1) hash = (Math.imul(hash, 31) + (bytes[end] ?? 0)) | 0;
      names.end = end;
      if (end === limit || end === start) return -1;
      for (let slot = (hash ^ (hash >>> 15)) & (slotCount - 1); ; slot = (slot + 1) & (slotCount - 1)) {
        const name = (slots[slot] ?? 0) - 1;
        if (name < 0) return add(slot, bytes.slice(start, end), hash);
        const candidate = known[name];
        if (candidate && candidate.hash === hash && candidate.bytes.length === end - start && matches(name, bytes, start)) return name;
      }
    },
    text: (name) => known[name]?.text ?? '',
    find: (text) => byText.get(text) ?? -1,
    matches,
    length: (name) => known[name]?.bytes.length ?? 0,
  };
  return names;
}

/** As a key of an object it is the one copy of its kind, which makes comparing it with the readers' names cheap. */
function checkedName(bytes: Uint8Array): string {
  if (bytes.length > longestName) throw new ReportProblem(`a name is longer than ${longestName} bytes`);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (nameKind[bytes[0] ?? 0] !== 1 || !wholeName.test(text)) throw new ReportProblem(`${JSON.stringify(text.slice(0, 40))} is no name`);
  return Object.keys({ [text]: 0 })[0] ?? text;
}
