import type { ReportHead } from '../input/report-head.ts';
import type { Report } from '../report.ts';

type WithoutPlace<R> = R extends Report ? Omit<R, 'file' | 'format'> : never;
/** What a reader found; the file's name and the format's are added outside. */
export type ReportBody = WithoutPlace<Report>;

/** Takes a report in pieces of UTF-8. Throws `ReportProblem` on what cannot be read. */
export interface ReportSink {
  push(bytes: Uint8Array): void;
  end(): ReportBody;
}

interface Reader {
  /** Name of the format in every output, e.g. `lcov`. */
  readonly format: string;
  readonly kind: Report['kind'];
}

/** A format that is read as it comes: XML, lines, one JSON object a line. Recognised by its beginning. */
export interface StreamReader extends Reader {
  recognises(head: ReportHead): boolean;
  open(): ReportSink;
}

/** A format that is one JSON document, parsed whole. Recognised by its parsed content; the value may be anything. */
export interface JsonReader extends Reader {
  recognises(document: unknown): boolean;
  read(document: unknown): ReportBody;
}

/** One format: how its content is recognised and read. A reader is a value in a list of its kind's; nothing else knows of it. */
export type ReportReader = StreamReader | JsonReader;

export function isStreamReader(reader: ReportReader): reader is StreamReader {
  return 'open' in reader;
}

export function isJsonReader(reader: ReportReader): reader is JsonReader {
  return 'read' in reader;
}
