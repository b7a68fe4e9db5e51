import { carriageReturn, doubleQuote, equals, greater, isSpace, lineFeed, slash, space } from './xml-bytes.ts';
import { mostAttributes } from './xml-attributes.ts';
import { readValue } from './xml-read-value.ts';
import { ReportProblem } from './report-problem.ts';
import type { TagReading } from './xml-tag-reading.ts';

/** Reads any start tag; gives the position after it, or -1 when it does not end in the bytes at hand. */
export function readTag(tag: TagReading, from: number): number {
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

function readAttribute(tag: TagReading, from: number): number {
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

function addName({ names, places, labels, ids }: TagReading, name: number): void {
  const { count } = places;
  if (count >= mostAttributes) throw new ReportProblem(`an element has more than ${mostAttributes} attributes`);
  for (let index = 0; index < count; index += 1)
    if (ids[index] === name) throw new ReportProblem(`the attribute ${names.text(name).slice(0, 40)} stands twice`);
  ids[count] = name;
  labels[count] = names.text(name);
}

function skipSpace(tag: TagReading, from: number): number {
  const { bytes, end } = tag;
  let at = from;
  for (; at < end; at += 1) {
    const code = bytes[at];
    if (!isSpace(code)) break;
    if (code === lineFeed || (code === carriageReturn && bytes[at + 1] !== lineFeed)) tag.lines += 1;
  }
  return at;
}
