import { describe, expect, it } from 'vitest';
import { readMetrics } from './read-metrics.ts';

const report = {
  latencies: { total: 1e9, mean: 2_500_000, '50th': 2_000_000, '90th': 4_000_000, '95th': 5_000_000, '99th': 9_000_000, max: 12_000_000, min: 1_000_000 },
  bytes_in: { total: 10, mean: 1 },
  bytes_out: { total: 0, mean: 0 },
  duration: 30_000_000_000,
  wait: 2_000_000,
  requests: 300,
  rate: 10,
  throughput: 9.5,
  success: 0.95,
  status_codes: { 0: 5, 200: 285, 503: 10 },
  errors: ['503 Service Unavailable'],
};

describe('vegeta-json', () => {
  it('gives nanoseconds as milliseconds', () => {
    const { format, values, flags } = readMetrics(report);
    expect(format).toBe('vegeta-json');
    expect(flags).toEqual([]);
    expect(values).toMatchObject({
      requests: 300,
      'error-rate': 0.05,
      throughput: 9.5,
      rate: 10,
      'load.duration': 30,
      'latency.mean': 2.5,
      'latency.p50': 2,
      'latency.p95': 5,
      'latency.p99': 9,
      'latency.max': 12,
      'status_codes.503': 10,
    });
  });

  it('flags a success that the status codes do not give', () => {
    expect(readMetrics({ ...report, success: 1 }).flags.join()).toContain('header-disagrees');
  });

  it.each([
    ['no request', { ...report, requests: 0, success: 0, status_codes: {} }, 'empty'],
    ['a success above 1', { ...report, success: 95 }, 'reject'],
    ['a word for a latency', { ...report, latencies: { ...report.latencies, '95th': '5ms' } }, 'reject'],
  ])('with %s', (_, document, outcome) => {
    expect(readMetrics(document)).toMatchObject({ format: 'vegeta-json', outcome });
  });
});
