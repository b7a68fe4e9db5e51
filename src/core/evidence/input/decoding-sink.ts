import { ReportProblem } from './report-problem.ts';

/** Takes bytes in pieces; throws a `ReportProblem` on what cannot be read. */
export interface ByteSink {
  push(bytes: Uint8Array): void;
  end(): void;
}

/** Enough to see a byte order mark, the pattern of UTF-16, and an XML declaration. */
const startBytes = 256;

/** Turns a report's bytes into UTF-8 without byte order mark for `next`, and tells doubts about the encoding to `flag`. */
export function decodingSink(next: Pick<ByteSink, 'push'>, flag: (text: string) => void): ByteSink {
  let start = new Uint8Array(0);
  let convert: Convert | null = null;
  const begin = (): Convert => {
    const { encoding, flags } = detect(start);
    for (const text of flags) flag(text);
    return encoding === 'utf-8' ? withoutMark() : transcode(encoding);
  };
  const pass = (bytes: Uint8Array): void => {
    if (bytes.length > 0) next.push(bytes);
  };
  return {
    push(bytes) {
      if (convert) return pass(convert(bytes));
      start = joinBytes([start, bytes]);
      if (start.length < startBytes) return;
      convert = begin();
      pass(convert(start));
    },
    end() {
      if (!convert) {
        convert = begin();
        pass(convert(start));
      }
      pass(convert(null));
    },
  };
}

/** Converts a piece; null is the end, at which what is left comes. */
type Convert = (bytes: Uint8Array | null) => Uint8Array;

function withoutMark(): Convert {
  let first = true;
  return (bytes) => {
    if (!bytes) return new Uint8Array(0);
    const marked = first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    first = false;
    return marked ? bytes.subarray(3) : bytes;
  };
}

function transcode(encoding: string): Convert {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (bytes) => encoder.encode(bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function detect(bytes: Uint8Array): { encoding: string; flags: string[] } {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', flags: ['encoding: UTF-16'] };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', flags: ['encoding: UTF-16'] };
  // Text in UTF-16 without a mark: every other byte of its first characters is 0.
  if (bytes.length > 3 && a !== 0 && b === 0 && d === 0) return { encoding: 'utf-16le', flags: ['encoding: UTF-16'] };
  if (bytes.length > 3 && a === 0 && b !== 0 && c === 0) return { encoding: 'utf-16be', flags: ['encoding: UTF-16'] };
  return declared(new TextDecoder('latin1').decode(bytes.subarray(0, 256)));
}

function declared(start: string): { encoding: string; flags: string[] } {
  const label = /^\s*(?:ï»¿)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']{1,40})["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  // .NET declares utf-16 in files that it saves as UTF-8; the bytes above have already shown that this one is not UTF-16.
  if (label.startsWith('utf-16')) return { encoding: 'utf-8', flags: ['encoding: declared as UTF-16, is not'] };
  try {
    return { encoding: new TextDecoder(label).encoding, flags: [] };
  } catch {
    throw new ReportProblem(`the declared encoding ${JSON.stringify(label)} is not known; write the report in UTF-8`, 1);
  }
}
