import { flagList } from '../../input/flag-list.ts';
import { isObject, memberOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricTally } from '../../metric-tally.ts';
import type { ReportBody } from '../reader.ts';
import { setLoadFigures } from './load-figures.ts';

const sides = ['total', 'ok', 'ko'] as const;
type Sides = Readonly<Record<(typeof sides)[number], number | null>>;

/** Whether an object has the statistics that both of Gatling's JSON files are made of. */
export function isGatlingStats(value: unknown): boolean {
  return (
    isObject(memberOf(value, 'numberOfRequests')) &&
    isObject(memberOf(value, 'meanResponseTime')) &&
    memberOf(memberOf(value, 'numberOfRequests'), 'ko') !== undefined
  );
}

/**
 * Reads the statistics of a whole Gatling run (times in milliseconds, rates in requests a second; words as numbers and `-`
 * for none in versions before 2.1). Which percentiles `percentiles1` to `percentiles4` are is configured, and not in the
 * file: Gatling's default, 50, 75, 95 and 99 (95 and 99 where there are only two, as in 2.0), is taken and flagged.
 */
export function gatlingFigures(stats: unknown, extra: Readonly<Record<string, number>> = {}): ReportBody {
  const [tally, flags] = [metricTally(), flagList()];
  const requests = countsOf(stats);
  if (requests.total === 0) return { kind: 'metrics', outcome: 'empty', totals: { values: {} }, flags: ['no-requests: the run made no request'] };
  if (requests.ok + requests.ko !== requests.total) flags.add(`header-disagrees: ${requests.total} requests, ${requests.ok} ok and ${requests.ko} ko`);
  const figures = {
    min_ms: sidesOf(stats, 'minResponseTime'),
    max_ms: sidesOf(stats, 'maxResponseTime'),
    mean_ms: sidesOf(stats, 'meanResponseTime'),
    p1: sidesOf(stats, 'percentiles1'),
    p2: sidesOf(stats, 'percentiles2'),
    p3: sidesOf(stats, 'percentiles3'),
    p4: sidesOf(stats, 'percentiles4'),
    rps: sidesOf(stats, 'meanNumberOfRequestsPerSecond'),
  };
  for (const [name, values] of Object.entries({ requests, ...figures })) for (const side of sides) tally.set(`${name}.${side}`, values[side]);
  for (const [name, value] of Object.entries(extra)) tally.set(name, value);
  const { p1, p2, p3, p4, rps } = figures;
  const percentiles = p3.total === null ? { p95: p1.total, p99: p2.total } : { p50: p1.total, p95: p3.total, p99: p4.total };
  flags.add(
    `percentiles-assumed: ${p3.total === null ? 'percentiles1 and 2 are taken as the 95th and 99th' : 'percentiles1 to 4 are taken as the 50th, 75th, 95th and 99th'}, Gatling's default`,
  );
  setLoadFigures(tally, {
    requests: requests.total,
    // Where the sides do not add up, what is not known to be well counts as failed.
    failed: Math.max(requests.ko, requests.total - requests.ok),
    throughput: rps.total,
    // Gatling forms the rate by the run's duration.
    durationSeconds: rps.total ? Math.round((requests.total / rps.total) * 1000) / 1000 : null,
    latency: { mean: figures.mean_ms.total, max: figures.max_ms.total, ...percentiles },
  });
  const { values, flags: left } = tally.end();
  return { kind: 'metrics', outcome: 'ok', totals: { values }, flags: [...flags.list(), ...left] };
}

function countsOf(stats: unknown): Record<(typeof sides)[number], number> {
  const { total, ok, ko } = sidesOf(stats, 'numberOfRequests');
  const whole = (value: number | null, side: string): number => {
    if (value !== null && Number.isInteger(value) && value <= 2 ** 31 - 1) return value;
    throw new ReportProblem(`numberOfRequests.${side} is no whole number`);
  };
  return { total: whole(total, 'total'), ok: whole(ok, 'ok'), ko: whole(ko, 'ko') };
}

function sidesOf(stats: unknown, name: string): Sides {
  const given = memberOf(stats, name);
  const side = (key: (typeof sides)[number]): number | null => figureOf(memberOf(given, key), `${name}.${key}`);
  return { total: side('total'), ok: side('ok'), ko: side('ko') };
}

/** `-`, `-1` and empty say that there is none. */
function figureOf(value: unknown, what: string): number | null {
  if (value === undefined || value === null || value === '-' || value === '' || value === -1 || value === '-1') return null;
  const figure = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof figure === 'number' && Number.isFinite(figure) && figure >= 0) return figure;
  throw new ReportProblem(`${what} is ${JSON.stringify(value)?.slice(0, 60) ?? 'missing'}; expected a number`);
}
