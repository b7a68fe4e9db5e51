import type { ByteCursor } from './read-digits.ts';
import { decodeBytes, decodeValue } from './xml-text.ts';

/** The attributes of one element. Good only while its handler runs. */
export interface XmlAttributes {
  /** Undefined when the element has none of that name. */
  get(name: string): string | undefined;
  /** The value where it is a whole number of one to nine digits, without making a text of it; else -1: look with `get`. */
  whole(name: string): number;
  /** Sets the cursor on the first byte of the value, whose last is followed by a quote. False when there is none, or it has to be decoded. */
  seek(name: string, cursor: ByteCursor): boolean;
  /** All of them, in their order. */
  all(): (readonly [name: string, value: string])[];
}

/** Where the attributes of the tag at hand stand. Values are decoded only when they are asked for. */
export interface AttributePlaces {
  bytes: Uint8Array;
  count: number;
  /** Their names; there may be more of them than `count`. */
  labels: readonly string[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The value where it is a whole number of one to nine digits, else -1. */
  readonly wholes: Int32Array;
  /** 1 for a value that stands for itself, 0 where it has references or white space other than spaces. */
  readonly plains: Uint8Array;
}

/** Genuine elements have some twenty. */
export const mostAttributes = 1_000;
/** As many digits as are exact in 32 bits. */
export const mostDigits = 9;

export function attributePlaces(): AttributePlaces {
  return {
    bytes: new Uint8Array(0),
    count: 0,
    labels: [],
    starts: new Int32Array(mostAttributes),
    ends: new Int32Array(mostAttributes),
    wholes: new Int32Array(mostAttributes),
    plains: new Uint8Array(mostAttributes),
  };
}

export function xmlAttributes(places: AttributePlaces): XmlAttributes {
  const { starts, ends, wholes, plains } = places;
  const valueAt = (index: number): string => {
    const raw = decodeBytes(places.bytes, starts[index] ?? 0, ends[index] ?? 0);
    return plains[index] === 1 ? raw : decodeValue(raw);
  };
  return {
    get(name) {
      const index = indexOf(places, name);
      return index < 0 ? undefined : valueAt(index);
    },
    seek(name, cursor) {
      const index = indexOf(places, name);
      if (index < 0 || plains[index] !== 1) return false;
      cursor.bytes = places.bytes;
      cursor.at = starts[index] ?? 0;
      return true;
    },
    all: () => Array.from({ length: places.count }, (_, index) => [places.labels[index] ?? '', valueAt(index)] as const),
    whole(name) {
      const index = indexOf(places, name);
      return index < 0 ? -1 : (wholes[index] ?? -1);
    },
  };
}

function indexOf({ labels, count }: AttributePlaces, name: string): number {
  // Both are the one copy of their kind, so this compares addresses.
  for (let index = 0; index < count; index += 1) if (labels[index] === name) return index;
  return -1;
}
