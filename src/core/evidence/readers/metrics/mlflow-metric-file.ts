import { lineSink } from '../../input/line-sink.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { metricSheet } from './metric-sheet.ts';

const number = String.raw`[+-]?(?:\d{1,400}\.?\d{0,400}(?:[eE][+-]?\d{1,4})?|nan|inf|infinity)`;
// MLflow 3 adds the data set's name and digest after the step; before 1.0 there was no step.
const point = new RegExp(String.raw`^(\d{10,16}) (${number})(?: (-?\d{1,15})(?: \S+ \S+)?)?$`, 'i');

interface Point {
  readonly time: number;
  readonly value: number;
  readonly step: number;
}

/**
 * One metric of MLflow's file store, `mlruns/<experiment>/<run>/metrics/<name>`: a line a point, `timestamp value step`
 * (`mlflow/store/tracking/file_store.py`). The last point is the one of the highest step, and of those the latest: the
 * order of the lines means nothing. The metric's name is the file's, which the configuration maps.
 */
export const mlflowMetricFile: StreamReader = {
  format: 'mlflow-metric-file',
  kind: 'metrics',
  recognises(head) {
    const lines = head.text.split(/\r?\n/, 20);
    const whole = lines.slice(0, lines.length > 1 ? -1 : 1).filter((line) => line.trim() !== '');
    return whole.length > 0 && whole.every((line) => point.test(line.trim()));
  },
  open,
};

function open(): ReportSink {
  let points = 0;
  let last: Point | null = null;
  const lines = lineSink((line, at) => {
    if (line.trim() === '') return;
    const found = point.exec(line.trim());
    if (!found) throw new ReportProblem(`it is no point of a metric, "timestamp value step": ${JSON.stringify(line.slice(0, 60))}`, at);
    const next = { time: Number(found[1]), value: Number((found[2] ?? '').replace(/^([+-]?)inf$/i, '$1Infinity')), step: Number(found[3] ?? 0) };
    points += 1;
    if (!last || next.step > last.step || (next.step === last.step && next.time >= last.time)) last = next;
  });
  return {
    push: (bytes) => lines.push(bytes),
    end() {
      lines.end();
      return body(points, last);
    },
  };
}

function body(points: number, last: Point | null) {
  const sheet = metricSheet();
  sheet.set('points', points);
  if (last) {
    sheet.due('last', Number.isFinite(last.value) ? last.value : null);
    if (Number.isFinite(last.value)) sheet.set('last.value', last.value);
    sheet.set('last.step', last.step);
    sheet.set('last.timestamp_ms', last.time);
  }
  return { kind: 'metrics' as const, outcome: last ? ('ok' as const) : ('empty' as const), ...sheet.end(), tool: 'mlflow' };
}
