import { flagList } from '../../input/flag-list.ts';
import { isObject, listOf, memberOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricTally } from '../../metric-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { givenCount, givenFigure } from './json-figures.ts';
import { setLoadFigures } from './load-figures.ts';

/**
 * `locust --json`: a list of entries, one a name and method, with a histogram of response times in milliseconds whose keys
 * Locust has rounded to two digits (`locust/stats.py`, `StatsEntry.serialize`). There is no total: entries are summed, and
 * percentiles are nearest rank in the united histogram. The duration is from the first start to the last request.
 */
export const locustJson: JsonReader = {
  format: 'locust-json',
  kind: 'metrics',
  recognises: (document) => Array.isArray(document) && document.length > 0 && isEntry(document[0]),
  read: (document): ReportBody => readEntries(listOf(document)),
};

function isEntry(value: unknown): boolean {
  return memberOf(value, 'num_requests') !== undefined && memberOf(value, 'num_failures') !== undefined && isObject(memberOf(value, 'response_times'));
}

interface Sums {
  requests: number;
  failures: number;
  untimed: number;
  time: number;
  max: number;
  start: number;
  end: number;
}

function readEntries(entries: readonly unknown[]): ReportBody {
  const sums: Sums = { requests: 0, failures: 0, untimed: 0, time: 0, max: 0, start: Infinity, end: -Infinity };
  const times = new Map<number, number>();
  for (const [at, entry] of entries.entries()) {
    if (!isEntry(entry)) throw new ReportProblem(`entry ${at + 1} has no num_requests, num_failures or response_times`);
    addEntry(sums, entry, `entry ${at + 1}`);
    for (const [time, count] of Object.entries(memberOf(entry, 'response_times') ?? {})) {
      if (!/^\d+(\.\d+)?$/.test(time)) throw new ReportProblem(`entry ${at + 1}: "${time.slice(0, 40)}" in response_times is no time`);
      times.set(Number(time), (times.get(Number(time)) ?? 0) + (givenCount(count, `entry ${at + 1}: response_times.${time}`) ?? 0));
    }
  }
  if (sums.requests === 0) return { kind: 'metrics', outcome: 'empty', totals: { values: {} }, flags: ['no-requests: the run made no request'] };
  return body(
    sums,
    [...times].toSorted(([a], [b]) => a - b),
    entries.length,
  );
}

function addEntry(sums: Sums, entry: unknown, what: string): void {
  const count = (name: string): number => givenCount(memberOf(entry, name), `${what}: ${name}`) ?? 0;
  const figure = (name: string): number | null => givenFigure(memberOf(entry, name), `${what}: ${name}`);
  sums.requests += count('num_requests');
  sums.failures += count('num_failures');
  sums.untimed += count('num_none_requests');
  sums.time += figure('total_response_time') ?? 0;
  sums.max = Math.max(sums.max, figure('max_response_time') ?? 0);
  if (count('num_requests') === 0) return;
  sums.start = Math.min(sums.start, figure('start_time') ?? Infinity);
  sums.end = Math.max(sums.end, figure('last_request_timestamp') ?? -Infinity);
}

function body(sums: Sums, histogram: readonly (readonly [number, number])[], endpoints: number): ReportBody {
  const [tally, flags] = [metricTally(), flagList()];
  const timed = histogram.reduce((sum, [, count]) => sum + count, 0);
  if (timed !== sums.requests - sums.untimed) flags.add(`header-disagrees: ${sums.requests - sums.untimed} timed requests, ${timed} in the histograms`);
  if (sums.failures > sums.requests) flags.add(`header-disagrees: ${sums.failures} failures of ${sums.requests} requests`);
  const seconds = Number.isFinite(sums.end) && sums.end > sums.start ? sums.end - sums.start : null;
  const rank = (percent: number): number | null => rankOf(histogram, timed, percent);
  const throughput = seconds === null ? null : sums.requests / seconds;
  tally.set('endpoints', endpoints);
  tally.set('failed_requests', sums.failures);
  tally.set('error_rate', sums.failures / sums.requests);
  tally.set('rps', throughput);
  setLoadFigures(tally, {
    requests: sums.requests,
    failed: sums.failures,
    throughput,
    durationSeconds: seconds,
    latency: timed > 0 ? { mean: sums.time / timed, max: sums.max, p50: rank(50), p95: rank(95), p99: rank(99) } : {},
  });
  const { values, flags: left } = tally.end();
  return { kind: 'metrics', outcome: 'ok', totals: { values }, flags: [...flags.list(), ...left] };
}

function rankOf(histogram: readonly (readonly [number, number])[], total: number, percent: number): number | null {
  const rank = Math.ceil((percent * total) / 100);
  let seen = 0;
  for (const [time, count] of histogram) {
    seen += count;
    if (seen >= rank && count > 0) return time;
  }
  return null;
}
