import { numberOf, textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { metricSheet } from './metric-sheet.ts';
import { recordSink } from './record-sink.ts';

/**
 * garak `*.hitlog.jsonl`: one line for each output that a detector took for harmful (`garak/evaluators/base.py`). `hits`,
 * `probes.<probe>` by probe, `min_score` the lowest score of a hit. It cannot show that nothing was found: a run without
 * hits writes an empty file, as one that did not run does; use the report for that. Prompts and outputs are never repeated.
 */
export const garakHitlogJsonl: StreamReader = {
  format: 'garak-hitlog-jsonl',
  kind: 'metrics',
  recognises(head) {
    const first = head.records[0];
    return first !== undefined && isHit(first);
  },
  open,
};

function isHit(record: JsonObject): boolean {
  return (
    typeof record.probe === 'string' &&
    typeof record.detector === 'string' &&
    'score' in record &&
    ('attempt_id' in record || 'generator' in record) &&
    !('entry_type' in record)
  );
}

function open(): ReportSink {
  const probes = new Map<string, number>();
  const sheet = metricSheet();
  let [hits, least] = [0, Number.POSITIVE_INFINITY];
  const read = (record: JsonObject, line: number): void => {
    if (!isHit(record)) throw new ReportProblem('the line is no hit of garak: probe, detector and score are needed', line);
    const probe = textOf(record.probe) ?? '';
    hits += 1;
    probes.set(probe, (probes.get(probe) ?? 0) + 1);
    const score = numberOf(record.score);
    if (score === null) sheet.flag(`nan: a hit of ${probe} has no score`);
    else least = Math.min(least, score);
  };
  return recordSink(read, () => {
    sheet.set('hits', hits);
    for (const [probe, times] of probes) sheet.set(`probes.${probe}`, times);
    if (Number.isFinite(least)) sheet.set('min_score', least);
    return { kind: 'metrics', outcome: hits === 0 ? 'empty' : 'ok', ...sheet.end(), tool: 'garak' };
  });
}
