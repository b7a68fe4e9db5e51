import { joinBytes } from './input/decoding-sink.ts';
import { largestJson, parseJson } from './input/parse-json.ts';
import { reportHead } from './input/report-head.ts';
import type { ReportHead } from './input/report-head.ts';
import { ReportProblem } from './input/report-problem.ts';
import { beginningSeen, documentSeen } from './input/what-was-seen.ts';
import type { JsonReader, ReportBody, ReportReader, ReportSink, StreamReader } from './readers/reader.ts';
import { isJsonReader, isStreamReader } from './readers/reader.ts';
import { reportTime } from './readers/report-time.ts';

export interface RecognisingSink {
  /** The format, as soon as it is known. */
  reader(): ReportReader | null;
  push(bytes: Uint8Array): void;
  /** Null: there was nothing but white space. */
  end(): ReportBody | null;
}

/** As many bytes as a format is recognised by. */
const headBytes = 1 << 16;

/** Waits for enough of a report to know its format, then hands everything to that format's reader. */
export function recognisingSink(readers: readonly ReportReader[]): RecognisingSink {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let reader: ReportReader | null = null;
  let sink: ReportSink | null = null;
  const begin = (): void => {
    const start = joinBytes(pieces);
    [pieces, length] = [[], 0];
    const head = reportHead(new TextDecoder().decode(start.subarray(0, headBytes)));
    // White space so far: what it is will be seen by what follows.
    if (head.text === '') return;
    reader = readerOf(readers, head);
    sink = reader ? reader.open() : jsonSink({ readers, head, found: (json) => (reader = json) });
    sink.push(start);
  };
  return {
    reader: () => reader,
    push(bytes) {
      if (sink) return sink.push(bytes);
      // A copy: the caller may read the next piece into the same memory.
      pieces.push(bytes.slice());
      length += bytes.length;
      if (length >= headBytes) begin();
    },
    end() {
      if (!sink && length > 0) begin();
      return sink?.end() ?? null;
    },
  };
}

function readerOf(readers: readonly ReportReader[], head: ReportHead): StreamReader | null {
  return readers.filter(isStreamReader).find((candidate) => candidate.recognises(head)) ?? null;
}

/** Gathers one JSON document, and finds its format by what is in it; a broken one is named by its beginning. */
function jsonSink(input: { readers: readonly ReportReader[]; head: ReportHead; found: (reader: JsonReader) => void }): ReportSink {
  const { readers, head, found } = input;
  if (!/^[{[]|^(null|true|false)\s*$/.test(head.text)) throw unreadable(readers, beginningSeen(head));
  const decoder = new TextDecoder();
  const find = (document: unknown): JsonReader | undefined => readers.filter(isJsonReader).find((reader) => reader.recognises(document));
  const begun = find(head.json);
  if (begun) found(begun);
  let text = '';
  return {
    push(bytes) {
      text += decoder.decode(bytes, { stream: true });
      if (text.length > largestJson)
        throw new ReportProblem(`it is a JSON document of more than ${largestJson} bytes; let the tool write a summary, or several files`);
    },
    end() {
      const document = parseJson(text + decoder.decode());
      const reader = find(document);
      if (!reader) throw unreadable(readers, documentSeen(document));
      found(reader);
      return timed(reader.read(document), document);
    },
  };
}

/** Figures may have to be of a certain age: where the reader found no time, one that the document itself gives. */
function timed(body: ReportBody, document: unknown): ReportBody {
  if (body.madeAt !== undefined || (body.kind !== 'metrics' && body.kind !== 'document')) return body;
  const madeAt = reportTime(document);
  return madeAt === null ? body : { ...body, madeAt };
}

function unreadable(readers: readonly ReportReader[], seen: string): ReportProblem {
  return new ReportProblem(`${seen}, which is none of the ${readers.length} formats that can be read (listed in docs/evidence-formats)`);
}
