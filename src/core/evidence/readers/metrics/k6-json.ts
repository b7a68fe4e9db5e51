import { flagList } from '../../input/flag-list.ts';
import { isObject, memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import { lineSink } from '../../input/line-sink.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricTally } from '../../metric-tally.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';
import { setLoadFigures } from './load-figures.ts';
import { mostSamples, sampleList } from './sample-list.ts';

/**
 * Every measurement of a k6 run, one JSON object a line (`k6 run --out json`, k6 0.1 and newer; shape: k6's
 * `output/json/wrapper.go`). Requests and failures are counted, latency is that of `http_req_duration` in milliseconds,
 * percentiles by nearest rank of all its samples (k6's own summary interpolates between two of them); of more than
 * 4,194,304 samples there are no percentiles. The duration is from the first measurement to the last.
 */
export const k6Json: StreamReader = {
  format: 'k6-json',
  kind: 'metrics',
  recognises: ({ records }) =>
    records.some((record) => (record.type === 'Metric' || record.type === 'Point') && typeof record.metric === 'string' && isObject(record.data)),
  open: openPoints,
};

function openPoints(): ReportSink {
  const run = { requests: 0, failed: 0, verdicts: 0, passes: 0, fails: 0, points: 0, users: null as number | null, first: Infinity, last: -Infinity };
  const [samples, flags] = [sampleList(), flagList()];
  const add: Readonly<Record<string, (value: number) => void>> = {
    http_reqs: (value) => (run.requests += value),
    http_req_duration: (value) => samples.add(value),
    http_req_failed: (value) => {
      run.verdicts += 1;
      if (value !== 0) run.failed += 1;
    },
    checks: (value) => (value === 0 ? (run.fails += 1) : (run.passes += 1)),
    vus: (value) => (run.users = Math.max(run.users ?? 0, value)),
  };
  const lines = lineSink((line, number) => {
    if (!line.trimStart().startsWith('{')) {
      if (line.trim() !== '') flags.add(`not-a-point: line ${number} is no JSON object`);
      return;
    }
    const point = pointOf(line, number);
    if (!point) return;
    run.points += 1;
    run.first = Math.min(run.first, point.time);
    run.last = Math.max(run.last, point.time);
    if (Object.hasOwn(add, point.metric)) add[point.metric]?.(point.value);
  });
  return {
    push: lines.push,
    end() {
      lines.end();
      if (run.points === 0 || (run.requests === 0 && samples.count === 0))
        return { kind: 'metrics', outcome: 'empty', totals: { values: {} }, flags: [...flags.list(), 'no-requests: the run made no HTTP request'] };
      return body(run, samples.end(), flags.list());
    },
  };
}

function pointOf(line: string, number: number): { metric: string; value: number; time: number } | null {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    throw new ReportProblem('the line is no whole JSON object; the file is cut or mixed with other output', number);
  }
  if (memberOf(record, 'type') !== 'Point') return null;
  const [metric, data] = [textOf(memberOf(record, 'metric')), memberOf(record, 'data')];
  const [value, time] = [numberOf(memberOf(data, 'value')), Date.parse(textOf(memberOf(data, 'time')) ?? '')];
  if (metric === null || value === null || value < 0 || Number.isNaN(time)) {
    if (metric !== null && !measured.has(metric)) return null;
    throw new ReportProblem('the point has no metric, no time or no value from 0 up', number);
  }
  return { metric, value, time };
}

const measured = new Set(['http_reqs', 'http_req_duration', 'http_req_failed', 'checks', 'vus']);

interface Run {
  readonly requests: number;
  readonly failed: number;
  readonly verdicts: number;
  readonly passes: number;
  readonly fails: number;
  readonly users: number | null;
  readonly first: number;
  readonly last: number;
}

function body(run: Run, figures: ReturnType<ReturnType<typeof sampleList>['end']>, flags: readonly string[]): ReportBody {
  const tally = metricTally();
  const seconds = run.last > run.first ? (run.last - run.first) / 1000 : null;
  const requests = run.requests > 0 ? run.requests : (figures?.count ?? 0);
  const [throughput, errorRate] = [seconds === null ? null : requests / seconds, run.verdicts > 0 ? run.failed / run.verdicts : null];
  tally.set('rps', throughput);
  tally.set('error_rate', errorRate);
  if (run.verdicts > 0) tally.set('failed_requests', run.failed);
  tally.set('duration_ms', seconds === null ? null : seconds * 1000);
  if (run.passes + run.fails > 0) for (const side of ['passes', 'fails'] as const) tally.set(`checks.${side}`, run[side]);
  const rank = (percent: number): number | null => figures?.rank(percent) ?? null;
  const latency = { mean: figures?.mean, max: figures?.max, p50: rank(50), p95: rank(95), p99: rank(99) };
  tally.set('latency_ms.avg', latency.mean);
  tally.set('latency_ms.min', figures?.min);
  tally.set('latency_ms.med', latency.p50);
  tally.set('latency_ms.max', latency.max);
  for (const percent of [90, 95, 99]) tally.set(`latency_ms.p(${percent})`, rank(percent));
  setLoadFigures(tally, { requests, errorRate, throughput, durationSeconds: seconds, users: run.users, latency });
  const many = figures && figures.count > mostSamples ? [`too-many-samples: no percentiles of ${figures.count} samples; k6's own summary has them`] : [];
  const { values, flags: left } = tally.end();
  return { kind: 'metrics', outcome: 'ok', totals: { values }, flags: [...flags, ...many, ...left] };
}
