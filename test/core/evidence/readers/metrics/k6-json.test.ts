import { describe, expect, it } from 'vitest';
import { readMetrics } from './read-metrics.ts';

function point(metric: string, value: number, second: number): string {
  return JSON.stringify({ metric, type: 'Point', data: { time: `2026-03-01T10:00:${String(second).padStart(2, '0')}.5+01:00`, value, tags: {} } });
}

const declared = JSON.stringify({
  type: 'Metric',
  data: { name: 'http_reqs', type: 'counter', contains: 'default', thresholds: [], submetrics: null },
  metric: 'http_reqs',
});

describe('k6-json', () => {
  it('counts requests and failures and ranks every duration', () => {
    const points = Array.from({ length: 20 }, (_, at) => [
      point('http_reqs', 1, at),
      point('http_req_duration', (at + 1) * 10, at),
      point('http_req_failed', at === 3 ? 1 : 0, at),
    ]);
    const report = [declared, ...points.flat(), point('vus', 4, 19), point('vus', 2, 20), point('checks', 0, 20), point('checks', 1, 20)].join('\n');
    const { format, values, flags } = readMetrics(report);
    expect(format).toBe('k6-json');
    expect(flags).toEqual([]);
    expect(values).toMatchObject({
      requests: 20,
      failed_requests: 1,
      'error-rate': 0.05,
      throughput: 1,
      'load.duration': 20,
      'load.users': 4,
      'latency.mean': 105,
      'latency.max': 200,
      'latency.p50': 100,
      'latency.p95': 190,
      'latency.p99': 200,
      'checks.passes': 1,
      'checks.fails': 1,
    });
  });

  it('gives no error rate where no verdict was recorded', () => {
    expect(readMetrics([point('http_reqs', 1, 0), point('http_req_duration', 5, 1)].join('\n')).values).not.toHaveProperty('error-rate');
  });

  it.each([
    ['only declarations', declared, 'empty'],
    ['no HTTP', [declared, point('iterations', 1, 1)].join('\n'), 'empty'],
    ['a cut last line', [point('http_reqs', 1, 0), point('http_reqs', 1, 1).slice(0, -5)].join('\n'), 'reject'],
    ['a duration without a time', [point('http_reqs', 1, 0), '{"metric":"http_req_duration","type":"Point","data":{"value":3}}'].join('\n'), 'reject'],
    ['a negative duration', [point('http_reqs', 1, 0), point('http_req_duration', -3, 1)].join('\n'), 'reject'],
  ])('with %s', (_, report, outcome) => {
    expect(readMetrics(report).outcome).toBe(outcome);
  });

  it('reads past what the script printed between the points, and says so', () => {
    const { values, flags } = readMetrics([point('http_reqs', 1, 0), 'INFO[0001] hello', point('http_reqs', 1, 1)].join('\r\n'));
    expect(values.requests).toBe(2);
    expect(flags).toEqual(['not-a-point: line 2 is no JSON object']);
  });
});
