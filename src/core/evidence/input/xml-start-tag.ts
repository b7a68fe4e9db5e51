import { ampersand, carriageReturn, doubleQuote, equals, greater, isSpace, less, lineFeed, singleQuote, slash, space, tab, valueKind } from './xml-bytes.ts';
import { attributePlaces, mostAttributes, mostDigits, xmlAttributes } from './xml-attributes.ts';
import type { AttributePlaces, XmlAttributes } from './xml-attributes.ts';
import { knownTags } from './xml-known-tags.ts';
import type { KnownTags } from './xml-known-tags.ts';
import type { XmlNames } from './xml-names.ts';
import { ReportProblem } from './report-problem.ts';
import { decodeBytes, resolve } from './xml-text.ts';

/** Reads start tags. What it read stands in its fields until the next. */
export interface StartTag {
  readonly attributes: XmlAttributes;
  /** Its number among the names. */
  readonly name: number;
  /** `<a/>` */
  readonly empty: boolean;
  /** Line ends in it. */
  readonly lines: number;
  /** Reads the tag that begins at `from`; gives the position after it, or -1 when it does not end before `end`. */
  read(bytes: Uint8Array, from: number, end: number): number;
}

interface Reading {
  readonly names: XmlNames;
  readonly places: AttributePlaces;
  /** The same as `places.labels`, to write to, and their numbers. */
  readonly labels: string[];
  readonly ids: Int32Array;
  bytes: Uint8Array;
  end: number;
  name: number;
  empty: boolean;
  lines: number;
}

export function startTag(names: XmlNames): StartTag {
  const places = attributePlaces();
  const known = knownTags();
  const reading: Reading = {
    names,
    places,
    labels: [],
    ids: new Int32Array(mostAttributes),
    bytes: new Uint8Array(0),
    end: 0,
    name: -1,
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
        reading.empty = last.empty;
        reading.lines = last.lines;
        return after;
      }
      return readInFull(reading, known, { bytes, from, end });
    },
  });
}

function readInFull(tag: Reading, known: KnownTags, { bytes, from, end }: { bytes: Uint8Array; from: number; end: number }): number {
  tag.bytes = bytes;
  tag.end = end;
  tag.lines = 0;
  tag.places.count = 0;
  tag.places.labels = tag.labels;
  const after = readTag(tag, from);
  if (after >= 0) known.learn(tag.places, { from, after, name: tag.name, empty: tag.empty });
  return after;
}

function readTag(tag: Reading, from: number): number {
  const { bytes, end, names } = tag;
  tag.name = names.read(bytes, from + 1, end);
  let at = names.end;
  if (at >= end) return -1;
  if (tag.name < 0) throw new ReportProblem('a < begins no tag; write &lt; where it is text');
  for (;;) {
    const gap = at;
    // One space is the rule.
    if (bytes[at] === space) at += 1;
    if (at < end && isSpace(bytes[at])) at = skipSpace(tag, at);
    if (at >= end) return -1;
    const code = bytes[at];
    if (code === greater) {
      tag.empty = false;
      return at + 1;
    }
    if (code === slash) {
      if (at + 1 >= end) return -1;
      if (bytes[at + 1] !== greater) throw new ReportProblem('a / stands in a tag without > after it');
      tag.empty = true;
      return at + 2;
    }
    if (gap === at) throw new ReportProblem('a tag has a character that no name may have, or no space between two attributes');
    at = readAttribute(tag, at);
    if (at < 0) return -1;
  }
}

function readAttribute(tag: Reading, from: number): number {
  const { bytes, end, names } = tag;
  const name = names.read(bytes, from, end);
  let at = names.end;
  if (at >= end) return -1;
  if (name < 0) throw new ReportProblem('an attribute has a character that no name may have');
  addName(tag, name);
  if (bytes[at] !== equals) at = skipSpace(tag, at);
  if (at >= end) return -1;
  if (bytes[at] !== equals) throw new ReportProblem(`the attribute ${names.text(name).slice(0, 40)} has no value`);
  at += 1;
  if (at < end && bytes[at] !== doubleQuote) at = skipSpace(tag, at);
  return at >= end ? -1 : readValue(tag, at);
}

/** Reads a value from its first quote on. */
function readValue(tag: Reading, from: number): number {
  const { bytes, end } = tag;
  const quote = bytes[from];
  if (quote !== doubleQuote && quote !== singleQuote) throw new ReportProblem('the value of an attribute is not in quotes');
  let [at, plain, references] = [from + 1, 1, false];
  for (; ; at += 1) {
    while (at < end && valueKind[bytes[at] ?? 0] === 0) at += 1;
    if (at >= end) return -1;
    const code = bytes[at];
    if (code === quote) break;
    if (code === doubleQuote || code === singleQuote) continue;
    plain = 0;
    if (code === ampersand) references = true;
    else if (code === lineFeed || code === carriageReturn) tag.lines += Number(code === lineFeed || bytes[at + 1] !== lineFeed);
    else if (code === less) throw new ReportProblem('a < stands in the value of an attribute; write &lt;');
    else if (code !== tab) throw new ReportProblem('a control character stands in the value of an attribute');
  }
  if (references) checkReferences(decodeBytes(bytes, from + 1, at));
  addValue(tag.places, { start: from + 1, end: at, plain });
  return at + 1;
}

function addName({ names, places, labels, ids }: Reading, name: number): void {
  const { count } = places;
  if (count >= mostAttributes) throw new ReportProblem(`an element has more than ${mostAttributes} attributes`);
  for (let index = 0; index < count; index += 1)
    if (ids[index] === name) throw new ReportProblem(`the attribute ${names.text(name).slice(0, 40)} stands twice`);
  ids[count] = name;
  labels[count] = names.text(name);
}

function addValue(places: AttributePlaces, { start, end, plain }: { start: number; end: number; plain: number }): void {
  const { count } = places;
  places.starts[count] = start;
  places.ends[count] = end;
  places.plains[count] = plain;
  places.wholes[count] = end - start < 1 || end - start > mostDigits ? -1 : digits(places.bytes, start, end);
  places.count = count + 1;
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

/** Whether anyone asks for the value or not: a document with an unknown entity is not well-formed. */
function checkReferences(raw: string): void {
  for (const [, reference = '', end] of raw.matchAll(/&([^;]*)(;?)/g)) {
    if (end === '') throw new ReportProblem('an & stands in the value of an attribute and is no reference; write &amp;');
    resolve(reference);
  }
}

function skipSpace(tag: Reading, from: number): number {
  const { bytes, end } = tag;
  let at = from;
  for (; at < end; at += 1) {
    const code = bytes[at];
    if (!isSpace(code)) break;
    if (code === lineFeed || (code === carriageReturn && bytes[at + 1] !== lineFeed)) tag.lines += 1;
  }
  return at;
}
