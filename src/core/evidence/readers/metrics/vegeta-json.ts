import { flagList } from '../../input/flag-list.ts';
import { isObject, memberOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricTally } from '../../metric-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { givenCount, givenFigure, givenRatio } from './json-figures.ts';
import { setLoadFigures } from './load-figures.ts';

/**
 * `vegeta report -type=json` (Vegeta 6 to 12; `lib/metrics.go`). Its times are nanoseconds, given here as milliseconds.
 * `throughput` is Vegeta's own: successful requests a second, waiting included; `rate` is that of all requests sent.
 * A request succeeds with a status from 200 to 399.
 */
export const vegetaJson: JsonReader = {
  format: 'vegeta-json',
  kind: 'metrics',
  recognises: (document) =>
    isObject(memberOf(document, 'latencies')) &&
    memberOf(document, 'requests') !== undefined &&
    memberOf(document, 'success') !== undefined &&
    isObject(memberOf(document, 'status_codes')),
  read: readAttack,
};

function readAttack(document: unknown): ReportBody {
  const requests = givenCount(memberOf(document, 'requests'), 'requests');
  const success = givenRatio(memberOf(document, 'success'), 'success');
  if (requests === null || success === null) throw new ReportProblem('it has no requests or no success');
  if (requests === 0) return { kind: 'metrics', outcome: 'empty', totals: { values: {} }, flags: ['no-requests: the attack made no request'] };
  const [tally, flags] = [metricTally(), flagList()];
  const failed = failedOf(document);
  if (failed.all !== requests || Math.abs(1 - failed.failed / requests - success) > 1e-9)
    flags.add(`header-disagrees: success ${success} of ${requests} requests, ${failed.failed} failed of ${failed.all} by status`);
  const figure = (name: string): number | null => givenFigure(memberOf(document, name), name);
  const milliseconds = (name: string): number | null => {
    const value = givenFigure(memberOf(memberOf(document, 'latencies'), name), `latencies.${name}`);
    return value === null ? null : value / 1e6;
  };
  for (const name of ['mean', '50th', '90th', '95th', '99th', 'max', 'min']) tally.set(`latencies_ms.${name}`, milliseconds(name));
  const duration = figure('duration');
  tally.set('duration_ms', duration === null ? null : duration / 1e6);
  tally.set('rate', figure('rate'));
  tally.set('success', success);
  setLoadFigures(tally, {
    requests,
    errorRate: failed.all === requests ? failed.failed / requests : 1 - success,
    throughput: figure('throughput'),
    durationSeconds: duration === null ? null : duration / 1e9,
    latency: { mean: milliseconds('mean'), max: milliseconds('max'), p50: milliseconds('50th'), p95: milliseconds('95th'), p99: milliseconds('99th') },
  });
  for (const [code, count] of Object.entries(memberOf(document, 'status_codes') ?? {})) tally.set(`status_codes.${code}`, count);
  const { values, flags: left } = tally.end();
  return { kind: 'metrics', outcome: 'ok', totals: { values }, flags: [...flags.list(), ...left] };
}

/** Requests by their status; 0 is no answer. */
function failedOf(document: unknown): { failed: number; all: number } {
  let [failed, all] = [0, 0];
  for (const [code, given] of Object.entries(memberOf(document, 'status_codes') ?? {})) {
    const count = givenCount(given, `status_codes.${code.slice(0, 20)}`) ?? 0;
    all += count;
    if (!(Number(code) >= 200 && Number(code) < 400)) failed += count;
  }
  return { failed, all };
}
