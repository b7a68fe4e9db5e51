import { decodeReport } from './input/decode-report.ts';
import { missingReport } from './missing-report.ts';
import { ReportProblem } from './input/report-problem.ts';
import type { Report, ReportError } from './report.ts';
import type { ReportHead, ReportReader } from './readers/reader.ts';
import { readers } from './readers/readers.ts';
import { xmlHead } from './input/xml-head.ts';

const headLength = 1 << 16;

/**
 * Reads one report, recognised by its content. Never throws: what cannot be read is `reject` with the reason and the line,
 * what holds nothing is `empty`. A file of no bytes is `empty` of unknown format, since nothing says what it should have been.
 */
export function readReport(file: string, bytes: Uint8Array): Report {
  const unknown = { file, kind: 'coverage', format: 'unknown' } as const;
  try {
    const decoded = decodeReport(bytes);
    const head = readHead(decoded.chunks());
    if (head.text.trim() === '' && isBlank(decoded.chunks())) return missingReport({ ...unknown, outcome: 'empty', flags: ['no-content: the file is empty'] });
    const reader = readers.find((candidate) => candidate.recognises(head));
    if (!reader) return missingReport({ ...unknown, outcome: 'reject', flags: decoded.flags, error: { message: unreadable(file) } });
    return readAs(reader, { file, chunks: decoded.chunks(), flags: decoded.flags });
  } catch (error) {
    return missingReport({ ...unknown, outcome: 'reject', flags: [], error: described(error) });
  }
}

function readAs(reader: ReportReader, input: { file: string; chunks: Iterable<string>; flags: readonly string[] }): Report {
  const { file, flags } = input;
  try {
    const sink = reader.open();
    for (const chunk of input.chunks) sink.push(chunk);
    const body = sink.end();
    return { ...body, file, format: reader.format, flags: [...flags, ...body.flags] };
  } catch (error) {
    return missingReport({ file, kind: reader.kind, format: reader.format, outcome: 'reject', flags, error: described(error) });
  }
}

function readHead(chunks: Iterable<string>): ReportHead {
  let text = '';
  for (const chunk of chunks) {
    text += chunk;
    if (text.trimStart().length >= headLength) break;
  }
  const head = text.trimStart().slice(0, headLength);
  return { text: head, xml: xmlHead(head) };
}

function isBlank(chunks: Iterable<string>): boolean {
  for (const chunk of chunks) if (chunk.trim() !== '') return false;
  return true;
}

function unreadable(file: string): string {
  return `${file} is in no format that can be read; readable formats are ${readers.map((reader) => reader.format).join(', ')}`;
}

/** A bug in a reader must not become a crash of the gate: it is a report that cannot be read, and says so. */
function described(error: unknown): ReportError {
  if (error instanceof ReportProblem) return error.line === null ? { message: error.message } : { message: error.message, line: error.line };
  return { message: `the reader failed: ${error instanceof Error ? error.message : String(error)}` };
}
