import { describe, expect, it } from 'vitest';
import { readMetrics } from './read-metrics.ts';

const second = {
  aggregate: {
    counters: {
      'vusers.created': 20,
      'vusers.failed': 2,
      'http.requests': 100,
      'http.responses': 96,
      'http.codes.200': 90,
      'http.codes.404': 1,
      'http.codes.503': 5,
      'errors.ETIMEDOUT': 4,
    },
    rates: { 'http.request_rate': 13 },
    firstMetricAt: 1_700_000_000_000,
    lastMetricAt: 1_700_000_010_000,
    summaries: { 'http.response_time': { min: 1, max: 80, count: 96, mean: 20, p50: 15, median: 15, p95: 60, p99: 75 } },
  },
  intermediate: [],
};
const first = {
  aggregate: {
    scenariosCreated: 50,
    requestsCompleted: 46,
    latency: { min: 1, max: 80, median: 15, p95: 60, p99: 75 },
    rps: { count: 50, mean: 5 },
    codes: { 200: 44, 500: 2 },
    errors: { ECONNRESET: 4 },
    counters: {},
  },
  intermediate: [],
};

describe('artillery-json', () => {
  it('takes requests without a response or with a status from 400 for failed', () => {
    const { format, values } = readMetrics(second);
    expect(format).toBe('artillery-json');
    expect(values).toMatchObject({
      requests: 100,
      failed_requests: 10,
      'error-rate': 0.1,
      throughput: 10,
      'load.duration': 10,
      'latency.p50': 15,
      'latency.p95': 60,
      'latency.mean': 20,
      'rates.http.request_rate': 13,
      'counters.vusers.created': 20,
    });
  });

  it('reads reports of Artillery 1', () => {
    const { values } = readMetrics(first);
    expect(values).toMatchObject({ requests: 50, failed_requests: 6, 'error-rate': 0.12, throughput: 5, 'latency.p50': 15, 'latency.p99': 75 });
    expect(values).not.toHaveProperty('latency.mean');
  });

  it('claims no error rate for a run of another engine', () => {
    const { outcome, values } = readMetrics({
      aggregate: { ...second.aggregate, counters: { 'vusers.created': 4, 'websocket.messages_sent': 9 }, summaries: {} },
    });
    expect(outcome).toBe('ok');
    expect(values).not.toHaveProperty('error-rate');
    expect(values).not.toHaveProperty('requests');
  });

  it.each([
    ['no request', { ...second.aggregate, counters: { 'http.requests': 0 } }, 'empty'],
    ['nothing', { ...second.aggregate, counters: {} }, 'empty'],
    ['a word for a count', { ...second.aggregate, counters: { 'http.requests': 'many' } }, 'reject'],
    ['a word for a percentile', { ...second.aggregate, summaries: { 'http.response_time': { p95: 'N/A' } } }, 'reject'],
  ])('with %s', (_, aggregate, outcome) => {
    expect(readMetrics({ aggregate, intermediate: [] }).outcome).toBe(outcome);
  });
});
