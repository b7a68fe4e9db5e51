import type { JsonObject } from '../../input/json-shape.ts';
import { isObject } from '../../input/json-shape.ts';
import { lineSink } from '../../input/line-sink.ts';
import { parseJson } from '../../input/parse-json.ts';
import { ReportProblem } from '../../input/report-problem.ts';

/** Reads one JSON object a line. Lines that do not begin as one are a tool's talk, and go to `other`; a broken object throws with its line. */
export function mixedRecordSink(
  read: (record: JsonObject, line: number) => void,
  other: (text: string) => void,
): { push(bytes: Uint8Array): void; end(): void } {
  return lineSink((text, line) => {
    const trimmed = text.trim();
    if (trimmed === '') return;
    if (!trimmed.startsWith('{')) return other(trimmed);
    read(parsed(trimmed, line), line);
  });
}

function parsed(text: string, line: number): JsonObject {
  try {
    const value = parseJson(text);
    if (isObject(value)) return value;
  } catch {
    // What V8 says of it counts lines from the beginning of this one.
  }
  throw new ReportProblem('the line is no whole JSON object: the file is cut or mixed with other output', line);
}
