import { decodeBytes, decodeValue } from './xml-text.ts';
import type { XmlNames } from './xml-names.ts';
import { ReportProblem } from './report-problem.ts';

/** The attributes of one element. Good only while its handler runs. */
export interface XmlAttributes {
  /** Undefined when the element has none of that name. */
  get(name: string): string | undefined;
  /** The value where it is a whole number of one to nine digits, without making a text of it; else -1: look with `get`. */
  whole(name: string): number;
  /** All of them, in their order. */
  all(): (readonly [name: string, value: string])[];
}

/** Where the attributes of the tag at hand stand. Values are decoded only when they are asked for. */
export interface AttributeTable extends XmlAttributes {
  clear(bytes: Uint8Array): void;
  /** Takes the next attribute, whose value is still to come. */
  name(name: number): void;
  /** Its value; `plain` is 1 when it stands for itself, 0 when it has references or white space other than spaces. */
  value(start: number, end: number, plain: number): void;
}

// Genuine elements have some twenty.
const mostAttributes = 1_000;

export function attributeTable(names: XmlNames): AttributeTable {
  const [ids, starts, ends, plains] = [
    new Int32Array(mostAttributes),
    new Int32Array(mostAttributes),
    new Int32Array(mostAttributes),
    new Uint8Array(mostAttributes),
  ];
  let [bytes, count] = [new Uint8Array(0), 0];
  const indexOf = (name: string): number => {
    // Both are the one copy of their kind, so this compares addresses.
    for (let index = 0; index < count; index += 1) if (names.text(ids[index] ?? 0) === name) return index;
    return -1;
  };
  const valueAt = (index: number): string => {
    const raw = decodeBytes(bytes, starts[index] ?? 0, ends[index] ?? 0);
    return plains[index] === 1 ? raw : decodeValue(raw);
  };
  return {
    clear(source) {
      bytes = source as Uint8Array<ArrayBuffer>;
      count = 0;
    },
    name(name) {
      if (count >= mostAttributes) throw new ReportProblem(`an element has more than ${mostAttributes} attributes`);
      for (let index = 0; index < count; index += 1)
        if (ids[index] === name) throw new ReportProblem(`the attribute ${names.text(name).slice(0, 40)} stands twice`);
      ids[count] = name;
    },
    value(start, end, plain) {
      starts[count] = start;
      ends[count] = end;
      plains[count] = plain;
      count += 1;
    },
    get(name) {
      const index = indexOf(name);
      return index < 0 ? undefined : valueAt(index);
    },
    all: () => Array.from({ length: count }, (_, index) => [names.text(ids[index] ?? 0), valueAt(index)] as const),
    whole(name) {
      const index = indexOf(name);
      if (index < 0) return -1;
      const [start, end] = [starts[index] ?? 0, ends[index] ?? 0];
      return end - start < 1 || end - start > 9 ? -1 : digits(bytes, start, end);
    },
  };
}

function digits(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
