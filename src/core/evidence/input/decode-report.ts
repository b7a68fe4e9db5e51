import { ReportProblem } from './report-problem.ts';

export interface DecodedReport {
  readonly encoding: string;
  readonly flags: readonly string[];
  /** The text in pieces, so that no file is held twice in memory. */
  chunks(): Generator<string>;
}

const pieceBytes = 1 << 16;

/** Finds the encoding by byte order mark, by the pattern of UTF-16, or as the XML declaration says. Throws on an unknown one. */
export function decodeReport(bytes: Uint8Array): DecodedReport {
  const { encoding, flags } = detect(bytes);
  return { encoding, flags, chunks: () => pieces(bytes, encoding) };
}

function detect(bytes: Uint8Array): { encoding: string; flags: string[] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', flags: ['encoding: UTF-16'] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', flags: ['encoding: UTF-16'] };
  // Text in UTF-16 without a mark: every other byte of its first characters is 0.
  if (bytes.length > 3 && bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0) return { encoding: 'utf-16le', flags: ['encoding: UTF-16'] };
  if (bytes.length > 3 && bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0) return { encoding: 'utf-16be', flags: ['encoding: UTF-16'] };
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

function* pieces(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    const text = decoder.decode(bytes.subarray(start, start + pieceBytes), { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}
