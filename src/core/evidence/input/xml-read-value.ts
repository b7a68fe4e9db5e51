import { ampersand, carriageReturn, doubleQuote, less, lineFeed, singleQuote, tab, valueKind } from './xml-bytes.ts';
import { mostDigits } from './xml-attributes.ts';
import type { AttributePlaces } from './xml-attributes.ts';
import { ReportProblem } from './report-problem.ts';
import type { TagReading } from './xml-tag-reading.ts';
import { decodeBytes, resolve } from './xml-text.ts';

/** Reads a value from its first quote on; gives the position after its last, or -1. */
export function readValue(tag: TagReading, from: number): number {
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
