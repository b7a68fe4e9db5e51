import { bang, carriageReturn, greater, isSpace, less, lineFeed, question, slash, space, tab } from './xml-bytes.ts';
import { readOutside, readSection, readText } from './xml-character-data.ts';
import { beginDeclaration, beginInstruction, readComment, readDoctype, readInstruction } from './xml-markup.ts';
import { ReportProblem } from './report-problem.ts';
import { deepest } from './xml-scan.ts';
import type { XmlScan } from './xml-scan.ts';
import { wantsClose, wantsText } from './xml-wants.ts';

/** Goes on with a scan as far as the bytes at hand settle it, and gives how many of them that were; the rest is wanted again. */
export function xmlAdvance(scan: XmlScan, bytes: Uint8Array, end: number): number {
  [scan.bytes, scan.at, scan.end] = [bytes, 0, end];
  try {
    while (scan.at < scan.end && step(scan));
  } catch (error) {
    if (error instanceof ReportProblem && error.line === null) throw new ReportProblem(error.message, scan.line);
    throw error;
  }
  return scan.at;
}

/** One part of the document. False when its end is not at hand. */
function step(scan: XmlScan): boolean {
  switch (scan.mode) {
    case 'content':
      return readContent(scan);
    case 'comment':
      return readComment(scan);
    case 'cdata':
      return readSection(scan);
    case 'instruction':
      return readInstruction(scan);
    case 'doctype':
      return readDoctype(scan);
  }
}

function readContent(scan: XmlScan): boolean {
  const { bytes, end } = scan;
  while (scan.at < end && scan.mode === 'content') {
    if (bytes[scan.at] !== less) {
      if (scan.path.length === 0) readOutside(scan);
      else if (scan.wanted) readText(scan);
      else passText(scan);
      if (scan.at >= end) return true;
    }
    if (!readMarkup(scan)) return false;
    scan.declarable = false;
  }
  return true;
}

/** Text that nobody wants is mostly the indentation of the next tag. */
function passText(scan: XmlScan): void {
  const { bytes, end } = scan;
  for (; scan.at < end; scan.at += 1) {
    const code = bytes[scan.at];
    if (code === lineFeed) scan.line += 1;
    else if (code !== space && code !== tab) break;
  }
  if (scan.at < end && bytes[scan.at] !== less) readText(scan);
}

/** Reads what begins at a `<`. False when the bytes at hand do not settle it. */
function readMarkup(scan: XmlScan): boolean {
  if (scan.at + 1 >= scan.end || scan.bytes[scan.at] !== less) return false;
  const code = scan.bytes[scan.at + 1];
  if (code === slash) return readClosing(scan);
  if (code === bang) return beginDeclaration(scan);
  return code === question ? beginInstruction(scan) : readOpening(scan);
}

function readOpening(scan: XmlScan): boolean {
  const { tag, path, handlers } = scan;
  const after = tag.read(scan.bytes, scan.at, scan.end);
  if (after < 0) return false;
  scan.at = after;
  scan.line += tag.lines;
  if (scan.rooted && path.length === 0) throw new ReportProblem('there is more than one root element');
  scan.rooted = true;
  scan.open[path.length] = tag.name;
  path.push(tag.text);
  if (path.length > deepest) throw new ReportProblem(`elements are nested more than ${deepest} deep`);
  handlers.open(path, tag.attributes, scan.line);
  const wants = scan.wants(tag.name, tag.text);
  if (!tag.empty) {
    scan.wanted = (wants & wantsText) !== 0;
    return true;
  }
  if ((wants & wantsClose) !== 0) handlers.close?.(path, scan.line);
  path.pop();
  return true;
}

function readClosing(scan: XmlScan): boolean {
  const { bytes, end, names, path, open, handlers } = scan;
  if (path.length === 0) throw new ReportProblem('an element is closed that was not opened');
  const name = open[path.length - 1] ?? -1;
  let at = scan.at + 2 + names.length(name);
  if (at >= end) return false;
  if (!names.matches(name, bytes, scan.at + 2)) throw mismatch(scan);
  let lines = 0;
  for (; at < end && isSpace(bytes[at]); at += 1) if (bytes[at] === lineFeed || (bytes[at] === carriageReturn && bytes[at + 1] !== lineFeed)) lines += 1;
  if (at >= end) return false;
  if (bytes[at] !== greater) throw mismatch(scan);
  scan.line += lines;
  scan.at = at + 1;
  if ((scan.wants(name, path[path.length - 1] ?? '') & wantsClose) !== 0) handlers.close?.(path, scan.line);
  path.pop();
  const { length } = path;
  scan.wanted = length > 0 && (scan.wants(open[length - 1] ?? 0, path[length - 1] ?? '') & wantsText) !== 0;
  return true;
}

function mismatch({ path }: XmlScan): ReportProblem {
  return new ReportProblem(`an end tag does not close <${(path.at(-1) ?? '').slice(0, 40)}>, which is open`);
}
