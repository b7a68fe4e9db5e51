import { isObject, memberOf, numberOf, objectOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { metricTally } from '../../metric-tally.ts';
import type { MetricTally } from '../../metric-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { givenCount, givenFigure } from './json-figures.ts';
import { setLoadFigures } from './load-figures.ts';
import type { LoadFigures } from './load-figures.ts';

/**
 * `artillery run --output` (Artillery 1 and 2; documented under "Reported metrics"). Times are milliseconds. A request
 * fails that had no response or a status from 400 up. The duration is from the first measurement to the last, throughput
 * is requests by duration (runs of other engines have neither); `rates.http.request_rate` is Artillery's own, an average
 * of its periods.
 */
export const artilleryJson: JsonReader = {
  format: 'artillery-json',
  kind: 'metrics',
  recognises(document) {
    const aggregate = memberOf(document, 'aggregate');
    const isNew =
      isObject(memberOf(aggregate, 'counters')) &&
      (isObject(memberOf(aggregate, 'summaries')) || isObject(memberOf(aggregate, 'rates')) || isObject(memberOf(aggregate, 'histograms')));
    return isNew || isFirst(aggregate);
  },
  read(document): ReportBody {
    const aggregate = objectOf(memberOf(document, 'aggregate'));
    const tally = metricTally();
    // Artillery 1 has `counters` too, for custom ones.
    const load = isFirst(aggregate) ? loadOfFirst(aggregate) : loadOfSecond(aggregate);
    const isEmpty = load.requests === 0 || (load.requests === null && !memberOf(memberOf(aggregate, 'counters'), 'vusers.created'));
    if (isEmpty) return { kind: 'metrics', outcome: 'empty', totals: { values: {} }, flags: ['no-requests: the run made no request'] };
    tally.set('failed_requests', load.failed);
    setLoadFigures(tally, load);
    setAll(aggregate, tally);
    const { values, flags } = tally.end();
    return { kind: 'metrics', outcome: 'ok', totals: { values }, flags };
  },
};

function isFirst(aggregate: unknown): boolean {
  return isObject(memberOf(aggregate, 'latency')) && isObject(memberOf(aggregate, 'codes')) && memberOf(aggregate, 'requestsCompleted') !== undefined;
}

function loadOfSecond(aggregate: unknown): LoadFigures {
  const [counters, summaries] = [objectOf(memberOf(aggregate, 'counters')), summariesOf(aggregate)];
  // The first versions of 2.0 wrote `engine.http.requests`.
  const prefix = Object.hasOwn(counters, 'http.requests') ? 'http.' : 'engine.http.';
  const count = (name: string): number => givenCount(memberOf(counters, `${prefix}${name}`), `counters.${prefix}${name}`) ?? 0;
  const requests = Object.hasOwn(counters, `${prefix}requests`) ? count('requests') : null;
  const bad = Object.keys(counters).reduce(
    (sum, name) => (name.startsWith(`${prefix}codes.`) && failedCode(name.slice(`${prefix}codes.`.length)) ? sum + count(name.slice(prefix.length)) : sum),
    0,
  );
  const seconds = secondsOf(aggregate);
  return {
    requests,
    failed: requests === null ? null : Math.min(bad + Math.max(requests - count('responses'), 0), requests),
    throughput: seconds === null || requests === null ? null : requests / seconds,
    durationSeconds: seconds,
    latency: latencyOf(memberOf(summaries, `${prefix}response_time`)),
  };
}

/** Artillery 1: `rps.count` is the requests sent, `requestsCompleted` those answered. */
function loadOfFirst(aggregate: unknown): LoadFigures {
  const completed = givenCount(memberOf(aggregate, 'requestsCompleted'), 'requestsCompleted') ?? 0;
  const sent = givenCount(memberOf(memberOf(aggregate, 'rps'), 'count'), 'rps.count') ?? completed;
  const codes = objectOf(memberOf(aggregate, 'codes'));
  const bad = Object.keys(codes).reduce((sum, code) => (failedCode(code) ? sum + (givenCount(codes[code], `codes.${code.slice(0, 20)}`) ?? 0) : sum), 0);
  return {
    requests: sent,
    failed: Math.min(bad + Math.max(sent - completed, 0), sent),
    throughput: givenFigure(memberOf(memberOf(aggregate, 'rps'), 'mean'), 'rps.mean'),
    latency: latencyOf(memberOf(aggregate, 'latency')),
  };
}

function summariesOf(aggregate: unknown): JsonObject {
  return objectOf(memberOf(aggregate, 'summaries') ?? memberOf(aggregate, 'histograms'));
}

/** All that the report counts, after the shared names, since plugins may count thousands of addresses. */
function setAll(aggregate: JsonObject, tally: MetricTally): void {
  if (isFirst(aggregate)) {
    for (const name of ['scenariosCreated', 'scenariosCompleted', 'scenariosAvoided']) tally.set(name, memberOf(aggregate, name));
    tally.set('rps.mean', memberOf(memberOf(aggregate, 'rps'), 'mean'));
  }
  for (const group of ['rates', 'codes', 'errors', 'counters'])
    for (const [name, value] of Object.entries(objectOf(memberOf(aggregate, group)))) tally.set(`${group}.${name}`, value);
  for (const [name, summary] of Object.entries(summariesOf(aggregate)))
    for (const [figure, value] of Object.entries(objectOf(summary))) tally.set(`summaries.${name}.${figure}`, value);
}

function failedCode(code: string): boolean {
  return !/^[123]\d\d$/.test(code);
}

function secondsOf(aggregate: unknown): number | null {
  const [first, last] = [
    numberOf(memberOf(aggregate, 'firstMetricAt') ?? memberOf(aggregate, 'firstCounterAt')),
    numberOf(memberOf(aggregate, 'lastMetricAt') ?? memberOf(aggregate, 'lastCounterAt')),
  ];
  return first !== null && last !== null && last > first ? (last - first) / 1000 : null;
}

function latencyOf(summary: unknown): NonNullable<LoadFigures['latency']> {
  const figure = (name: string): number | null => givenFigure(memberOf(summary, name), `response_time.${name}`);
  return { mean: figure('mean'), max: figure('max'), p50: figure('p50') ?? figure('median'), p95: figure('p95'), p99: figure('p99') };
}
