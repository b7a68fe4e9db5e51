import { attributePlaces, mostAttributes, xmlAttributes } from './xml-attributes.ts';
import type { XmlAttributes } from './xml-attributes.ts';
import { knownTags } from './xml-known-tags.ts';
import type { KnownTags } from './xml-known-tags.ts';
import type { XmlNames } from './xml-names.ts';
import { readTag } from './xml-read-tag.ts';
import type { TagReading } from './xml-tag-reading.ts';

/** Reads start tags. What it read stands in its fields until the next. */
export interface StartTag {
  readonly attributes: XmlAttributes;
  /** Its number among the names, and the name. */
  readonly name: number;
  readonly text: string;
  /** `<a/>` */
  readonly empty: boolean;
  /** Line ends in it. */
  readonly lines: number;
  /** Reads the tag that begins at `from`; gives the position after it, or -1 when it does not end before `end`. */
  read(bytes: Uint8Array, from: number, end: number): number;
}

export function startTag(names: XmlNames): StartTag {
  const places = attributePlaces();
  const known = knownTags();
  const reading: TagReading = {
    names,
    places,
    labels: [],
    ids: new Int32Array(mostAttributes),
    bytes: new Uint8Array(0),
    end: 0,
    name: -1,
    text: '',
    empty: false,
    lines: 0,
  };
  return Object.assign(reading, {
    attributes: xmlAttributes(places),
    read(bytes: Uint8Array, from: number, end: number) {
      places.bytes = bytes;
      const after = known.read(places, from, end);
      if (after >= 0) {
        const { last } = known;
        reading.name = last.name;
        reading.text = last.text;
        reading.empty = last.empty;
        reading.lines = last.lines;
        return after;
      }
      return readInFull(reading, known, { bytes, from, end });
    },
  });
}

function readInFull(tag: TagReading, known: KnownTags, { bytes, from, end }: { bytes: Uint8Array; from: number; end: number }): number {
  tag.bytes = bytes;
  tag.end = end;
  tag.lines = 0;
  tag.places.count = 0;
  tag.places.labels = tag.labels;
  const after = readTag(tag, from);
  if (after < 0) return after;
  tag.text = tag.names.text(tag.name);
  known.learn(tag.places, { from, after, name: tag.name, text: tag.text, empty: tag.empty });
  return after;
}
