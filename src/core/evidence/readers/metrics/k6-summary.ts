import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { memberOf, textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { metricTally } from '../../metric-tally.ts';
import type { MetricTally } from '../../metric-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { givenCount, givenFigure, givenRatio } from './json-figures.ts';
import { k6Metrics, k6Shape } from './k6-metrics.ts';
import type { K6Metrics } from './k6-metrics.ts';
import { setLoadFigures } from './load-figures.ts';

/**
 * The end-of-test summary of k6, in its three shapes: the data of `handleSummary()`, `--summary-export` (where a
 * threshold's `true` means crossed) and the machine-readable summary of k6 1.5 and newer (which carries no thresholds).
 * Shapes: k6's `internal/js/summary-wrapper.js` and `internal/lib/summary/machinereadable`. Times are milliseconds.
 * `http_req_failed` counts failures as true, so its `passes` are the failed requests. Runs without HTTP (gRPC, WebSocket,
 * browser) have no requests, latency or error rate; their figures are under `metrics.<name>.<figure>`.
 */
export const k6Summary: JsonReader = {
  format: 'k6-summary',
  kind: 'metrics',
  recognises: (document) => k6Shape(document) !== null,
  read(document): ReportBody {
    const data = k6Metrics(document, k6Shape(document) ?? 'handleSummary');
    const [tally, flags] = [metricTally(), flagList()];
    const requests = givenCount(valueOf(data, 'http_reqs', 'count'), 'http_reqs.count');
    const empty = requests === 0 || ![...data.metrics.values()].some(({ values }) => Object.keys(values).length > 0);
    if (!empty) {
      const duration = durationOf(document, data.shape);
      setRequests({ data, tally, flags, requests, duration });
      setThresholds(data, tally, flags);
      setAll(data, tally);
    }
    const { values, flags: left } = tally.end();
    const version = textOf(memberOf(memberOf(document, 'metadata'), 'k6Version'));
    const facts = {
      kind: 'metrics',
      totals: { values },
      flags: [...flags.list(), ...left],
      ...(version ? { tool: `k6 ${version.slice(0, 40)}` } : {}),
    } as const;
    return empty ? { ...facts, outcome: 'empty', flags: ['no-requests: the run measured nothing'] } : { ...facts, outcome: 'ok' };
  },
};

function valueOf(data: K6Metrics, metric: string, figure: string): unknown {
  return memberOf(data.metrics.get(metric)?.values, figure);
}

/** Milliseconds; `--summary-export` does not have it. */
function durationOf(document: unknown, shape: K6Metrics['shape']): number | null {
  if (shape === 'handleSummary') return givenFigure(memberOf(memberOf(document, 'state'), 'testRunDurationMs'), 'state.testRunDurationMs');
  const seconds = givenFigure(memberOf(memberOf(document, 'config'), 'duration'), 'config.duration');
  return seconds === null ? null : seconds * 1000;
}

interface Requests {
  readonly data: K6Metrics;
  readonly tally: MetricTally;
  readonly flags: FlagList;
  readonly requests: number | null;
  readonly duration: number | null;
}

function setRequests({ data, tally, flags, requests, duration }: Requests): void {
  const failed = givenCount(valueOf(data, 'http_req_failed', 'passes'), 'http_req_failed.passes');
  const others = givenCount(valueOf(data, 'http_req_failed', 'fails'), 'http_req_failed.fails');
  const ratio = givenRatio(valueOf(data, 'http_req_failed', 'rate'), 'http_req_failed.rate');
  const declared = requests === null && failed === 0 && others === 0 ? null : ratio;
  const counted = failed !== null && others !== null && failed + others > 0 ? failed / (failed + others) : null;
  const disagree = counted !== null && declared !== null && Math.abs(counted - declared) > 1e-9;
  if (disagree) flags.add(`header-disagrees: http_req_failed.rate ${declared}, ${failed} of ${(failed ?? 0) + (others ?? 0)} failed; the worse counts`);
  const errorRate = disagree ? Math.max(counted, declared) : declared;
  const rate = givenFigure(valueOf(data, 'http_reqs', 'rate'), 'http_reqs.rate');
  const rps = rate ?? (requests !== null && duration !== null && duration > 0 ? requests / (duration / 1000) : null);
  const latency = measured(data.metrics.get('http_req_duration')?.values, requests);
  tally.set('rps', rps);
  tally.set('error_rate', errorRate);
  tally.set('failed_requests', failed);
  tally.set('duration_ms', duration);
  for (const [name, value] of Object.entries(latency)) tally.set(`latency_ms.${name}`, givenFigure(value, `http_req_duration.${name}`));
  for (const side of ['passes', 'fails']) tally.set(`checks.${side}`, givenCount(valueOf(data, 'checks', side), `checks.${side}`));
  setLoadFigures(tally, {
    requests,
    // The summary's own ratio: sub-requests without a verdict are counted in neither of its sides.
    errorRate,
    throughput: rps,
    durationSeconds: duration === null ? null : duration / 1000,
    users: givenFigure(valueOf(data, 'vus', 'max'), 'vus.max'),
    latency: latencyOf(latency),
  });
}

/** A threshold on a metric that no request fed puts it into the summary with zeros, which are no measurement. */
function measured(values: JsonObject = {}, requests: number | null): JsonObject {
  return requests === null && Object.values(values).every((value) => value === 0) ? {} : values;
}

function latencyOf(values: JsonObject): { [Name in 'mean' | 'max' | 'p50' | 'p95' | 'p99']: number | null } {
  const figure = (name: string): number | null => givenFigure(memberOf(values, name), `http_req_duration.${name}`);
  return { mean: figure('avg'), max: figure('max'), p50: figure('med') ?? figure('p(50)'), p95: figure('p(95)'), p99: figure('p(99)') };
}

function setThresholds(data: K6Metrics, tally: MetricTally, flags: FlagList): void {
  if (data.shape === 'machine-readable') return flags.add('no-thresholds: the machine-readable summary does not say whether thresholds held');
  let [held, failed] = [0, 0];
  for (const [metric, { thresholds }] of data.metrics) {
    for (const [expression, ok] of thresholds) {
      tally.set(`thresholds.${metric}.${expression}`, ok);
      if (ok) held += 1;
      else failed += 1;
    }
  }
  tally.set('thresholds_ok', held);
  tally.set('thresholds_failed', failed);
}

/** Every figure of every metric, custom ones and sub-metrics (`name{tag:value}`) included. */
function setAll(data: K6Metrics, tally: MetricTally): void {
  for (const [metric, { values }] of data.metrics) for (const [name, value] of Object.entries(values)) tally.set(`metrics.${metric}.${name}`, value);
}
