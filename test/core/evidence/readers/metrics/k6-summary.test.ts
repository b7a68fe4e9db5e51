import { describe, expect, it } from 'vitest';
import { readMetrics } from './read-metrics.ts';

const duration = { avg: 12.5, min: 1, med: 10, max: 90, 'p(90)': 20, 'p(95)': 30 };
const handleSummary = {
  root_group: { name: '', groups: [], checks: [] },
  state: { testRunDurationMs: 20_000 },
  metrics: {
    http_reqs: { type: 'counter', contains: 'default', values: { count: 200, rate: 10 } },
    http_req_failed: { type: 'rate', contains: 'default', values: { rate: 0.02, passes: 4, fails: 196 }, thresholds: { 'rate<0.01': { ok: false } } },
    http_req_duration: { type: 'trend', contains: 'time', values: duration, thresholds: { 'p(95)<500': { ok: true } } },
    checks: { type: 'rate', contains: 'default', values: { rate: 0.5, passes: 5, fails: 5 } },
    vus: { type: 'gauge', contains: 'default', values: { value: 1, min: 1, max: 8 } },
    cart_time: { type: 'trend', contains: 'time', values: { 'p(95)': 7 } },
  },
};
const exported = {
  root_group: { name: '', groups: {}, checks: {} },
  metrics: {
    http_reqs: { count: 200, rate: 10 },
    http_req_failed: { value: 0.02, passes: 4, fails: 196, thresholds: { 'rate<0.01': true } },
    http_req_duration: { ...duration, thresholds: { 'p(95)<500': false } },
    checks: { value: 0.5, passes: 5, fails: 5 },
    vus: { value: 1, min: 1, max: 8 },
  },
};
const machineReadable = {
  version: '0.1.0',
  metadata: { k6Version: '1.5.0', generatedAt: '2026-01-01T00:00:00Z' },
  config: { duration: 20, execution: 'local' },
  results: {
    metrics: [
      { name: 'http_reqs', type: 'counter', contains: 'default', values: { count: 200 } },
      { name: 'http_req_failed', type: 'rate', contains: 'default', values: { matches: 4, total: 200, rate: 0.02 } },
      { name: 'http_req_duration', type: 'trend', contains: 'time', values: duration },
    ],
    checks: { metrics: [{ name: 'checks_succeeded', type: 'rate', contains: 'default', values: { matches: 5, total: 10, rate: 0.5 } }], results: [] },
  },
};

const common = { requests: 200, 'error-rate': 0.02, throughput: 10, 'latency.p95': 30, 'latency.p50': 10, failed_requests: 4, 'checks.fails': 5 };

describe('k6-summary', () => {
  it.each([
    ['handleSummary data', handleSummary],
    ['--summary-export', exported],
    ['the machine-readable summary', machineReadable],
  ])('gives the same figures from %s', (_, document) => {
    const { format, outcome, values } = readMetrics(document);
    expect({ format, outcome }).toEqual({ format: 'k6-summary', outcome: 'ok' });
    expect(values).toMatchObject(common);
  });

  it.each([
    ['handleSummary data, where ok is held', handleSummary],
    ['--summary-export, where true is crossed', exported],
  ])('tells thresholds that held from crossed ones in %s', (_, document) => {
    expect(readMetrics(document).values).toMatchObject({
      thresholds_ok: 1,
      thresholds_failed: 1,
      'thresholds.http_req_failed.rate<0.01': false,
      'thresholds.http_req_duration.p(95)<500': true,
    });
  });

  it('claims no thresholds for the machine-readable summary', () => {
    const { values, flags } = readMetrics(machineReadable);
    expect(Object.keys(values).filter((name) => name.startsWith('thresholds'))).toEqual([]);
    expect(flags.join()).toContain('no-thresholds');
  });

  it('knows duration and users where the summary has them', () => {
    expect(readMetrics(handleSummary).values).toMatchObject({ duration_ms: 20_000, 'load.duration': 20, 'load.users': 8, 'metrics.cart_time.p(95)': 7 });
    expect(readMetrics(exported).values).not.toHaveProperty('load.duration');
  });

  it('estimates no percentile that the summary lacks', () => {
    expect(readMetrics(handleSummary).values).not.toHaveProperty('latency.p99');
  });

  it('takes the zeros of a metric that only a threshold put there for no measurement', () => {
    const { http_reqs: _, ...metrics } = handleSummary.metrics;
    const zeros = Object.fromEntries(Object.keys(duration).map((name) => [name, 0]));
    const failed = { ...metrics.http_req_failed, values: { rate: 0, passes: 0, fails: 0 } };
    const { values } = readMetrics({
      ...handleSummary,
      metrics: { ...metrics, http_req_duration: { ...metrics.http_req_duration, values: zeros }, http_req_failed: failed },
    });
    expect(values).not.toHaveProperty('latency.p95');
    expect(values).not.toHaveProperty('error-rate');
  });

  it.each([
    ['no request', { http_reqs: { type: 'counter', contains: 'default', values: { count: 0, rate: 0 } } }, 'empty'],
    ['no metrics', {}, 'empty'],
    ['a word for a count', { http_reqs: { type: 'counter', contains: 'default', values: { count: '200', rate: 10 } } }, 'reject'],
    [
      'a rate above 1',
      { ...handleSummary.metrics, http_req_failed: { type: 'rate', contains: 'default', values: { rate: 2, passes: 4, fails: 196 } } },
      'reject',
    ],
    [
      'a threshold without verdict',
      { ...handleSummary.metrics, checks: { type: 'rate', contains: 'default', values: {}, thresholds: { 'rate>0.9': {} } } },
      'reject',
    ],
  ])('with %s', (_, metrics, outcome) => {
    expect(readMetrics({ ...handleSummary, metrics }).outcome).toBe(outcome);
  });

  it('flags a rate that its own counts do not give', () => {
    const metrics = { ...handleSummary.metrics, http_req_failed: { type: 'rate', contains: 'default', values: { rate: 0.01, passes: 4, fails: 196 } } };
    expect(readMetrics({ ...handleSummary, metrics }).flags.join()).toContain('header-disagrees');
  });
});

it.each([
  ['the rate is lower', { rate: 0, passes: 7, fails: 3 }, 0.7],
  ['the counts are lower', { rate: 0.7, passes: 0, fails: 10 }, 0.7],
])('the worse error rate counts where %s', (_, values, expected) => {
  const metrics = { ...handleSummary.metrics, http_req_failed: { type: 'rate', contains: 'default', values } };
  const report = readMetrics({ ...handleSummary, metrics });
  expect(report.values).toMatchObject({ 'error-rate': expected, error_rate: expected });
  expect(report.flags.join()).toContain('header-disagrees');
});
