import { describe, expect, it } from 'vitest';
import { readMetrics } from './read-metrics.ts';

const side = (total: unknown, ok: unknown = total, ko: unknown = 0) => ({ total, ok, ko });
const stats = {
  name: 'Global Information',
  numberOfRequests: side(100, 95, 5),
  minResponseTime: side(3),
  maxResponseTime: side(900),
  meanResponseTime: side(50),
  standardDeviation: side(9),
  percentiles1: side(40),
  percentiles2: side(60),
  percentiles3: side(300),
  percentiles4: side(800),
  meanNumberOfRequestsPerSecond: side(4, 3.8, 0.2),
};
const words = (value: object): object => JSON.parse(JSON.stringify(value).replaceAll(/:(\d[\d.]*)/g, ':"$1"')) as object;
const common = {
  requests: 100,
  'error-rate': 0.05,
  throughput: 4,
  'load.duration': 25,
  'latency.mean': 50,
  'latency.max': 900,
  'latency.p50': 40,
  'latency.p95': 300,
  'latency.p99': 800,
};

describe('gatling', () => {
  it.each([
    ['gatling-global-stats', stats],
    ['gatling-global-stats', words(stats)],
    ['gatling-stats', { type: 'GROUP', name: 'Global Information', path: '', stats, contents: { a: {}, b: {} } }],
  ])('reads %s, numbers and words', (name, document) => {
    const { format, values, flags } = readMetrics(document);
    expect(format).toBe(name);
    expect(values).toMatchObject({ ...common, 'p3.total': 300, 'requests.ko': 5 });
    expect(flags.join()).toContain('percentiles-assumed');
  });

  it('takes two percentiles for the 95th and 99th, and "-" for none', () => {
    const { percentiles3: _three, percentiles4: _four, ...two } = { ...stats, percentiles2: side('-') };
    const { values } = readMetrics(two);
    expect(values['latency.p95']).toBe(40);
    expect(values).not.toHaveProperty('latency.p99');
    expect(values).not.toHaveProperty('latency.p50');
  });

  it.each([
    ['no request', { ...stats, numberOfRequests: side(0) }, 'empty'],
    ['a count that is none', { ...stats, numberOfRequests: side('many', 1, 1) }, 'reject'],
    ['half a request', { ...stats, numberOfRequests: side(1.5, 1, 0.5) }, 'reject'],
  ])('with %s', (_, document, outcome) => {
    expect(readMetrics(document).outcome).toBe(outcome);
  });

  it('flags sides that do not add up', () => {
    expect(readMetrics({ ...stats, numberOfRequests: side(100, 99, 5) }).flags.join()).toContain('header-disagrees');
  });
});

it('gatling requests that are neither ok nor ko count as failed, flagged', () => {
  const { values, flags } = readMetrics({ ...stats, numberOfRequests: side(100, 40, 0) });
  expect(values).toMatchObject({ 'error-rate': 0.6 });
  expect(flags.join()).toContain('header-disagrees');
});
