import type { ByteSink } from './decoding-sink.ts';
import { ReportProblem } from './report-problem.ts';
import type { XmlHandlers } from './xml-handlers.ts';
import { greater, lineFeed } from './xml-bytes.ts';
import { xmlAdvance } from './xml-advance.ts';
import { xmlScan } from './xml-scan.ts';
import { wholeCharacters } from './xml-text.ts';

export type { XmlAttributes } from './xml-attributes.ts';
export type { XmlHandlers } from './xml-handlers.ts';

/** Pieces are looked at in parts of this size, so that what is kept of one stays small. */
const partBytes = 1 << 16;
// Logs stand in attributes (JUnit's `message`), of a megabyte at most.
const longestToken = 4 << 20;
/** A tag that is longer than this is not looked at anew for every piece of it. */
const patience = 1 << 12;

/**
 * Streams XML in UTF-8 to handlers. Entities of a DOCTYPE are never expanded and nothing is fetched; an unknown entity, a
 * mismatched tag, a forbidden character or too deep a nesting throws a `ReportProblem` with its line.
 */
export function xmlSink(handlers: XmlHandlers): ByteSink {
  const scan = xmlScan(handlers);
  let [buffer, held] = [new Uint8Array(partBytes * 2), 0];
  const take = (part: Uint8Array): void => {
    const length = held + part.length;
    if (length > longestToken) throw new ReportProblem(`a tag is longer than ${longestToken} bytes`, scan.line);
    if (length > buffer.length) buffer = grown(buffer, length);
    buffer.set(part, held);
    const from = Math.max(0, held - 3);
    const waits = held > patience && part.indexOf(greater) < 0;
    held = length;
    if (waits) return;
    const end = wholeCharacters(buffer, 0, length);
    const wrong = noCharacter(buffer.subarray(0, end), from);
    const done = xmlAdvance(scan, buffer, wrong < 0 ? end : wrong);
    if (wrong >= 0) throw new ReportProblem('a character stands in it that XML does not allow', scan.line);
    held = length - done;
    if (done > 0) buffer.copyWithin(0, done, length);
  };
  return {
    push(bytes) {
      for (let from = 0; from < bytes.length; from += partBytes) take(bytes.subarray(from, from + partBytes));
    },
    end() {
      // A last line end settles a carriage return that may have been the half of one.
      take(Uint8Array.of(lineFeed));
      if (held > 0 || scan.mode !== 'content') throw new ReportProblem('the file ends in the middle of a tag, a comment or the like: it is cut', scan.line);
      if (scan.path.length > 0) throw new ReportProblem(`the file ends before </${scan.path.at(-1)}>: it is cut`, scan.line);
      if (!scan.rooted) throw new ReportProblem('there is no element in it', scan.line);
    },
  };
}

/** Where U+FFFE or U+FFFF stands, which are no characters; -1 when neither does. */
function noCharacter(bytes: Uint8Array, from: number): number {
  // A buffer's search is that of the machine.
  const search = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = search.indexOf(0xef, from); at >= 0 && at + 2 < bytes.length; at = search.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && (bytes[at + 2] === 0xbe || bytes[at + 2] === 0xbf)) return at;
  }
  return -1;
}

function grown(buffer: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(length, buffer.length * 2));
  larger.set(buffer);
  return larger;
}
