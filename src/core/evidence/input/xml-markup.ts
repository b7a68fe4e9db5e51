import { carriageReturn, greater, isSpace, lineFeed, minus, question, space } from './xml-bytes.ts';
import { seek, settleControl } from './xml-character-data.ts';
import { doctypeSkipper } from './xml-doctype.ts';
import { ReportProblem } from './report-problem.ts';
import type { XmlScan } from './xml-scan.ts';
import { decodeBytes } from './xml-text.ts';

const longestDeclaration = 1_024;
/** What is kept of a DOCTYPE: enough to recognise a format by. */
const doctypeKept = 1_024;
const declaration =
  /^[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*("1\.[0-9]+"|'1\.[0-9]+')([ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*("[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?([ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*("(yes|no)"|'(yes|no)'))?[ \t\r\n]*$/;

const beginnings = [
  ['<!--', 'comment'],
  ['<![CDATA[', 'cdata'],
  ['<!DOCTYPE', 'doctype'],
] as const;

/** Begins a comment, a CDATA section or a DOCTYPE. False when the bytes at hand do not tell which. */
export function beginDeclaration(scan: XmlScan): boolean {
  for (const [text, mode] of beginnings) {
    let same = 0;
    while (same < text.length && scan.at + same < scan.end && scan.bytes[scan.at + same] === text.charCodeAt(same)) same += 1;
    if (same === text.length) {
      begin(scan, mode);
      scan.at += same;
      return true;
    }
    if (scan.at + same === scan.end) return false;
  }
  throw new ReportProblem('a <! begins neither a comment nor a CDATA section nor a DOCTYPE');
}

function begin(scan: XmlScan, mode: 'comment' | 'cdata' | 'doctype'): void {
  if (mode === 'cdata' && scan.path.length === 0) throw new ReportProblem('there is text outside the root element');
  if (mode === 'doctype') {
    if (scan.rooted || scan.doctype) throw new ReportProblem('a DOCTYPE stands where none may stand');
    scan.doctype = { skipper: doctypeSkipper(throwComment), text: '' };
  }
  scan.mode = mode;
}

function throwComment(): never {
  throw new ReportProblem('a comment holds --');
}

/** Reads on in a comment. False when its end is not at hand. */
export function readComment(scan: XmlScan): boolean {
  const { bytes, end } = scan;
  while (seek(scan, minus)) {
    if (scan.at + 1 >= end) return false;
    if (bytes[scan.at + 1] === minus) {
      if (scan.at + 2 >= end) return false;
      if (bytes[scan.at + 2] !== greater) throwComment();
      scan.at += 3;
      scan.mode = 'content';
      return true;
    }
    scan.at += 1;
  }
  return false;
}

/** Reads on in a processing instruction, which is passed over. */
export function readInstruction(scan: XmlScan): boolean {
  while (seek(scan, question)) {
    if (scan.at + 1 >= scan.end) return false;
    if (scan.bytes[scan.at + 1] === greater) {
      scan.at += 2;
      scan.mode = 'content';
      return true;
    }
    scan.at += 1;
  }
  return false;
}

/** Begins a processing instruction, or reads the XML declaration whole. */
export function beginInstruction(scan: XmlScan): boolean {
  const { bytes, end, names } = scan;
  const name = names.read(bytes, scan.at + 2, end);
  const after = names.end;
  if (after >= end) return false;
  if (name < 0 || !(bytes[after] === question || isSpace(bytes[after]))) throw new ReportProblem('a processing instruction has no proper name');
  const target = names.text(name);
  if (target === 'xml') return readDeclaration(scan, after);
  if (target.toLowerCase() === 'xml') throw new ReportProblem(`the XML declaration is written <?xml, not <?${target}`);
  scan.at = after;
  scan.mode = 'instruction';
  return true;
}

function readDeclaration(scan: XmlScan, from: number): boolean {
  const { bytes, end } = scan;
  if (!scan.declarable) throw new ReportProblem('an XML declaration stands elsewhere than at the beginning');
  const limit = Math.min(end, from + longestDeclaration);
  let last = from;
  while (last < limit && bytes[last] !== question) last += 1;
  if (last - from >= longestDeclaration) throw new ReportProblem('the XML declaration has no end');
  if (last + 1 >= end) return false;
  if (bytes[last + 1] !== greater || !declaration.test(decodeBytes(bytes, from, last))) throw new ReportProblem('the XML declaration is not well-formed');
  for (let at = from; at < last; at += 1) if (bytes[at] === lineFeed || (bytes[at] === carriageReturn && bytes[at + 1] !== lineFeed)) scan.line += 1;
  scan.at = last + 2;
  return true;
}

/** Reads on in a DOCTYPE, of which nothing is used but its text for recognition. */
export function readDoctype(scan: XmlScan): boolean {
  const { bytes, end, doctype, at: start } = scan;
  if (!doctype) return false;
  let ended = false;
  for (; scan.at < end && !ended; scan.at += 1) {
    const code = bytes[scan.at] ?? 0;
    if (code < space && !settleControl(scan, code)) break;
    ended = doctype.skipper.step(code);
  }
  const kept = Math.min(scan.at - Number(ended), start + doctypeKept - doctype.text.length);
  if (kept > start) doctype.text += decodeBytes(bytes, start, kept);
  if (!ended) return false;
  scan.handlers.doctype?.(doctype.text);
  scan.mode = 'content';
  return true;
}
