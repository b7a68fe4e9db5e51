import { greater, isSpace, carriageReturn, less, lineFeed } from './xml-bytes.ts';
import { readOutside, readSection, readText } from './xml-character-data.ts';
import { beginDeclaration, beginInstruction, readComment, readDoctype, readInstruction } from './xml-markup.ts';
import { ReportProblem } from './report-problem.ts';
import { deepest, markupAt } from './xml-scan.ts';
import type { XmlScan } from './xml-scan.ts';

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
  while (scan.at < scan.end && scan.mode === 'content') {
    if (scan.bytes[scan.at] !== less) {
      if (scan.path.length > 0) readText(scan);
      else readOutside(scan);
      if (scan.at >= scan.end) return true;
    }
    if (!readMarkup(scan)) return false;
    scan.declarable = false;
  }
  return true;
}

function readMarkup(scan: XmlScan): boolean {
  switch (markupAt(scan)) {
    case 'open':
      return readOpening(scan);
    case 'close':
      return readClosing(scan);
    case 'declaration':
      return beginDeclaration(scan);
    case 'instruction':
      return beginInstruction(scan);
    case 'cut':
      return false;
  }
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
  path.push(scan.names.text(tag.name));
  if (path.length > deepest) throw new ReportProblem(`elements are nested more than ${deepest} deep`);
  handlers.open(path, tag.attributes, scan.line);
  if (tag.empty) {
    handlers.close?.(path, scan.line);
    path.pop();
  } else listen(scan);
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
  handlers.close?.(path, scan.line);
  path.pop();
  listen(scan);
  return true;
}

function mismatch({ path }: XmlScan): ReportProblem {
  return new ReportProblem(`an end tag does not close <${(path.at(-1) ?? '').slice(0, 40)}>, which is open`);
}

/** Settles whether the text that follows is wanted: a set is asked once an element, not once a piece of text. */
function listen(scan: XmlScan): void {
  const { handlers, path } = scan;
  const name = path.at(-1);
  scan.wanted = handlers.text !== undefined && name !== undefined && (handlers.textOf?.has(name) ?? true);
}
