import type { Report } from '../report.ts';
import type { XmlHead } from '../input/xml-head.ts';

/** The beginning of a report, decoded: all that recognition may look at. */
export interface ReportHead {
  /** At most the first 64 Ki characters. */
  readonly text: string;
  /** Set when the text begins an XML document. */
  readonly xml: XmlHead | null;
}

type WithoutPlace<R> = R extends Report ? Omit<R, 'file' | 'format'> : never;
/** What a reader found; the file's name and the format's are added outside. */
export type ReportBody = WithoutPlace<Report>;

/** Takes a report in pieces. Throws `ReportProblem` on what cannot be read. */
export interface ReportSink {
  push(chunk: string): void;
  end(): ReportBody;
}

/** One format: how its content is recognised and read. A reader is a value in `readers`; nothing else knows of it. */
export interface ReportReader {
  /** Name of the format in every output, e.g. `lcov`. */
  readonly format: string;
  readonly kind: Report['kind'];
  recognises(head: ReportHead): boolean;
  open(): ReportSink;
}
