import { isObject } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { lineSink } from '../../input/line-sink.ts';
import { parseJson } from '../../input/parse-json.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { ReportBody, ReportSink } from '../reader.ts';

/** Reads one JSON object a line; blank lines are skipped, anything else throws with its line. */
export function recordSink(read: (record: JsonObject, line: number) => void, end: () => ReportBody): ReportSink {
  const lines = lineSink((line, at) => {
    if (line.trim() === '') return;
    read(parsed(line, at), at);
  });
  return {
    push: (bytes) => lines.push(bytes),
    end() {
      lines.end();
      return end();
    },
  };
}

function parsed(line: string, at: number): JsonObject {
  let record: unknown;
  try {
    record = parseJson(line);
  } catch (error) {
    throw new ReportProblem(error instanceof Error ? error.message : String(error), at);
  }
  if (!isObject(record)) throw new ReportProblem('the line is no JSON object', at);
  return record;
}
