import { describe, expect, it } from 'vitest';
import { readMetrics } from './read-metrics.ts';

const header =
  'Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s,50%,95%,99%';
const rows = ['GET,"/a, with ""quotes""\nand lines",30,3,10,12.5,1,90,5,3,0.3,10,40,80', 'POST,/b,70,2,20,22.5,2,95,5,7,0.2,20,50,90'];
const total = ',Aggregated,100,5,15,19.5,1,95,5,10,0.5,15,48,88';

describe('locust-stats-csv', () => {
  it('takes the totals of the tool', () => {
    const { format, values, flags } = readMetrics([header, ...rows, total, ''].join('\r\n'));
    expect(format).toBe('locust-stats-csv');
    expect(flags).toEqual([]);
    expect(values).toMatchObject({
      endpoints: 2,
      sum_requests: 100,
      requests: 100,
      'error-rate': 0.05,
      throughput: 10,
      'load.duration': 10,
      'latency.p95': 48,
      'latency.p99': 88,
      'aggregated.median_ms': 15,
    });
  });

  it('adds no percentiles of rows where the total is missing', () => {
    const { values, flags } = readMetrics([header, ...rows].join('\n'));
    expect(values).toMatchObject({ has_aggregated_row: false, requests: 100, 'error-rate': 0.05 });
    expect(values).not.toHaveProperty('latency.p95');
    expect(flags.join()).toContain('no-aggregated-row');
  });

  it('flags a total that is not the sum of the rows', () => {
    expect(readMetrics([header, rows[1], total].join('\n')).flags.join()).toContain('header-disagrees');
  });

  it.each([
    ['the total', [...rows, ',Aggregated,100,0,15,19.5,1,95,5,10,0.5,15,48,88'], 0.05],
    ['the rows', [...rows, ',Aggregated,100,90,15,19.5,1,95,5,10,0.5,15,48,88'], 0.9],
  ])('takes the worse error rate where %s has fewer failures', (_, lines, expected) => {
    expect(readMetrics([header, ...lines].join('\n')).values).toMatchObject({ 'error-rate': expected, error_rate: expected });
  });

  it('reads the columns as they were called before 1.0', () => {
    const old =
      '"Method","Name","# requests","# failures","Median response time","Average response time","Min response time","Max response time","Average Content Size","Requests/s"';
    const { values } = readMetrics([old, '"GET","/",8,0,5,6,1,9,10,2.00', '"None","Total",8,0,5,6,1,9,10,2.00'].join('\n'));
    expect(values).toMatchObject({ requests: 8, 'error-rate': 0, throughput: 2, 'latency.p50': 5 });
  });

  it.each([
    ['no request', [header, ',Aggregated,0,0,0,0,0,0,0,0.0,0.0,N/A,N/A,N/A'], 'empty'],
    ['a header alone', [header], 'empty'],
    ['a cut row', [header, 'GET,/,30,3,10'], 'reject'],
    ['a word for a count', [header, total.replace('100', 'many')], 'reject'],
    ['two totals', [header, total, total], 'reject'],
  ])('with %s', (_, lines, outcome) => {
    expect(readMetrics(lines.join('\n')).outcome).toBe(outcome);
  });

  it('leaves out a percentile that is N/A', () => {
    expect(readMetrics([header, total.replace(',48,', ',N/A,')].join('\n')).values).not.toHaveProperty('latency.p95');
  });
});

const entry = (name: string, times: Record<string, number>, more: object = {}) => {
  const requests = Object.values(times).reduce((sum, count) => sum + count, 0);
  const time = Object.entries(times).reduce((sum, [at, count]) => sum + Number(at) * count, 0);
  return {
    name,
    method: 'GET',
    start_time: 100,
    last_request_timestamp: 110,
    num_requests: requests,
    num_none_requests: 0,
    num_failures: 1,
    total_response_time: time,
    max_response_time: 950.5,
    min_response_time: 1,
    response_times: times,
    ...more,
  };
};

describe('locust-json', () => {
  it('unites the histograms of all entries', () => {
    const { format, values } = readMetrics([entry('/a', { 10: 10, 20: 9 }), entry('/b', { 900: 1 }, { last_request_timestamp: 120 })]);
    expect(format).toBe('locust-json');
    expect(values).toMatchObject({
      endpoints: 2,
      requests: 20,
      failed_requests: 2,
      'error-rate': 0.1,
      throughput: 1,
      'load.duration': 20,
      'latency.p50': 10,
      'latency.p95': 20,
      'latency.p99': 900,
      'latency.max': 950.5,
      'latency.mean': 59,
    });
  });

  it.each([
    ['no request', [entry('/a', {})], 'empty'],
    ['a broken entry', [entry('/a', { 10: 1 }), {}], 'reject'],
    ['a time that is none', [entry('/a', { soon: 1 })], 'reject'],
    ['a negative count', [entry('/a', { 10: 3, 20: -1 })], 'reject'],
  ])('with %s', (_, entries, outcome) => {
    expect(readMetrics(entries).outcome).toBe(outcome);
  });

  it('flags a histogram that lacks requests', () => {
    expect(readMetrics([entry('/a', { 10: 10 }, { num_requests: 12 })]).flags.join()).toContain('header-disagrees');
  });
});
