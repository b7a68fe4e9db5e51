import { ampersand, carriageReturn, closeBracket, greater, isSpace, less, lineFeed, semicolon, space, tab, textKind } from './xml-bytes.ts';
import { ReportProblem } from './report-problem.ts';
import type { XmlScan } from './xml-scan.ts';
import { decodeBytes, decodeText, joinLines, longestReference, resolve } from './xml-text.ts';

/** Reads text of an element up to the next `<`, or as far as it is settled by the bytes at hand. */
export function readText(scan: XmlScan): void {
  const { bytes, end, at: start } = scan;
  let [at, plain] = [start, true];
  for (;;) {
    while (at < end && textKind[bytes[at] ?? 0] === 0) at += 1;
    if (at >= end || bytes[at] === less) break;
    if (bytes[at] === lineFeed) {
      scan.line += 1;
      at += 1;
      continue;
    }
    const next = afterSpecial(scan, at);
    if (next < 0) break;
    plain &&= bytes[at] === closeBracket;
    at = next;
  }
  scan.at = at;
  if (scan.wanted && at > start) giveText(scan, plain ? decodeBytes(bytes, start, at) : decodeText(decodeBytes(bytes, start, at)));
}

/** The position after what is more than a plain character; -1 when the bytes at hand do not settle it. */
function afterSpecial(scan: XmlScan, at: number): number {
  const { bytes, end } = scan;
  const code = bytes[at];
  if (code === ampersand) return afterReference(scan, at);
  if (code === carriageReturn) return afterReturn(scan, at);
  if (code !== closeBracket) throw new ReportProblem('a control character stands in the text');
  if (at + 1 >= end) return -1;
  if (bytes[at + 1] !== closeBracket) return at + 1;
  if (at + 2 >= end) return -1;
  if (bytes[at + 2] === greater) throw new ReportProblem('the text holds ]]>; write ]]&gt;');
  return at + 1;
}

function afterReference({ bytes, end }: XmlScan, at: number): number {
  const limit = Math.min(end, at + longestReference);
  for (let last = at + 1; last < limit; last += 1) {
    if (bytes[last] !== semicolon) continue;
    resolve(decodeBytes(bytes, at + 1, last));
    return last + 1;
  }
  if (limit < end) throw new ReportProblem('an & in the text begins no reference; write &amp;');
  return -1;
}

/** A carriage return is a line end of its own unless a line feed follows. */
function afterReturn(scan: XmlScan, at: number): number {
  if (at + 1 >= scan.end) return -1;
  if (scan.bytes[at + 1] !== lineFeed) scan.line += 1;
  return at + 1;
}

/** Reads what stands outside the root: white space, and nothing else. */
export function readOutside(scan: XmlScan): void {
  const { bytes, end } = scan;
  for (; scan.at < end; scan.at += 1) {
    const code = bytes[scan.at];
    if (code === less) return;
    if (!isSpace(code)) throw new ReportProblem(`there is text ${scan.rooted ? 'after' : 'before'} the root element`);
    if (code === lineFeed) scan.line += 1;
    if (code === carriageReturn && afterReturn(scan, scan.at) < 0) return;
  }
}

/** Reads on in a CDATA section. False when its end is not at hand. */
export function readSection(scan: XmlScan): boolean {
  const { bytes, end, at: start } = scan;
  let closed = false;
  while (seek(scan, closeBracket)) {
    const [second, third] = [scan.at + 1 < end ? bytes[scan.at + 1] : closeBracket, scan.at + 2 < end ? bytes[scan.at + 2] : greater];
    closed = second === closeBracket && third === greater;
    if (closed) break;
    scan.at += 1;
  }
  if (scan.wanted && scan.at > start) giveText(scan, joinLines(decodeBytes(bytes, start, scan.at)));
  if (!closed || scan.at + 2 >= end) return false;
  scan.at += 3;
  scan.mode = 'content';
  return true;
}

function giveText(scan: XmlScan, text: string): void {
  scan.handlers.text?.(scan.path, text);
}

/** Goes on to the next byte of a kind, counting lines. False, at the last place that is settled, when there is none. */
export function seek(scan: XmlScan, wanted: number): boolean {
  const { bytes, end } = scan;
  for (let at = scan.at; ; at += 1) {
    // Plain bytes are most of them: they are passed over without a look at the scan.
    while (at < end && (bytes[at] ?? 0) >= space && bytes[at] !== wanted) at += 1;
    scan.at = at;
    if (at >= end) return false;
    if (bytes[at] === wanted) return true;
    if (!settleControl(scan, bytes[at] ?? 0)) return false;
  }
}

/** Counts a line end. False when the byte after it, which decides, is not at hand. */
export function settleControl(scan: XmlScan, code: number): boolean {
  if (code === lineFeed) scan.line += 1;
  else if (code === carriageReturn) return afterReturn(scan, scan.at) >= 0;
  else if (code !== tab) throw new ReportProblem('a control character stands in the file');
  return true;
}
