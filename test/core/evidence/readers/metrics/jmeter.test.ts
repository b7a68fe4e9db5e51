import { describe, expect, it } from 'vitest';
import { readMetrics } from './read-metrics.ts';

const columns = ['timeStamp', 'elapsed', 'label', 'responseCode', 'responseMessage', 'threadName', 'dataType', 'success', 'bytes', 'allThreads'];
const start = 1_700_000_000_000;

function row(
  at: number,
  elapsed: number,
  more: { label?: string; message?: string; thread?: string; type?: string; success?: boolean } = {},
): (string | number | boolean)[] {
  const { label = 'Home', message = 'OK', thread = 'Users 1-1', type = 'text', success = true } = more;
  return [start + at, elapsed, label, 200, message, thread, type, success, 100, 2];
}

const transaction = (at: number, elapsed: number, parts: number) =>
  row(at, elapsed, { label: 'Buy', message: `Number of samples in transaction : ${parts}, number of failing samples : 0`, type: '' });

function csv(rows: (string | number | boolean)[][], delimiter = ',', header = true): string {
  const quoted = (value: string | number | boolean) =>
    /["\n\r]/.test(String(value)) || String(value).includes(delimiter) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return [...(header ? [columns] : []), ...rows].map((fields) => fields.map(quoted).join(delimiter)).join('\n');
}

const plain = [row(0, 100), row(500, 300, { success: false }), row(1000, 200, { message: 'a "long", message\nof two lines' }), row(1500, 500)];
const figures = {
  samples: 4,
  errors: 1,
  requests: 4,
  'error-rate': 0.25,
  'load.duration': 2,
  throughput: 2,
  'load.users': 2,
  'latency.mean': 275,
  'latency.p50': 200,
  'latency.p95': 500,
  'latency.max': 500,
};

describe('jmeter-jtl-csv', () => {
  it.each([',', ';', '\t', '|'])('reads rows divided by %j', (delimiter) => {
    const { format, values, flags } = readMetrics(csv(plain, delimiter));
    expect(format).toBe('jmeter-jtl-csv');
    expect(flags).toEqual([]);
    expect(values).toMatchObject(figures);
  });

  it('reads rows without header', () => {
    const { 'load.users': _, ...known } = figures;
    expect(readMetrics(csv(plain, ',', false)).values).toMatchObject(known);
    expect(readMetrics(csv(plain, ';', false)).values).toMatchObject(known);
  });

  it('does not count the samples of a transaction twice', () => {
    const nested = [row(0, 100), row(200, 100), transaction(0, 300, 2), transaction(0, 310, 6)];
    const { values, flags } = readMetrics(csv(nested));
    expect(values).toMatchObject({ samples: 4, requests: 2, transactions: 2, 'latency.max': 100, 'elapsed_ms.max': 310 });
    expect(flags).toEqual([]);
  });

  it('counts transactions whose samples were not saved, and says so', () => {
    const { values, flags } = readMetrics(csv([row(0, 10), transaction(100, 300, 2), transaction(500, 400, 2)]));
    expect(values).toMatchObject({ requests: 3, 'latency.max': 400 });
    expect(flags.join()).toContain('transactions-alone: 2');
  });

  it('reads dates, and gives no duration where time is in no known form', () => {
    const dated = csv(plain).replaceAll(/\b1700000000(\d)(\d\d)?0*\b/g, '2026/01/02 03:04:05.000');
    expect(readMetrics(dated).values.requests).toBe(4);
    const odd = readMetrics(csv(plain).replaceAll(/^17000\d+/gm, 'noon'));
    expect(odd.values).toMatchObject({ requests: 4 });
    expect(odd.values).not.toHaveProperty('throughput');
  });

  it('skips the header of a run that was appended', () => {
    expect(readMetrics([csv(plain), csv(plain)].join('\n')).values.requests).toBe(8);
  });

  it('gives no error rate where success was not saved', () => {
    const without = csv(plain)
      .split('\n')
      .map((line) => line.replace(/,(success|true|false),/, ','));
    const { values, flags } = readMetrics(without.join('\n'));
    expect(values).not.toHaveProperty('error-rate');
    expect(flags.join()).toContain('no-success');
  });

  it.each([
    ['a header alone', csv([]), 'empty'],
    ['a cut row', `${csv(plain)}\n1700000000000,12,Ho`, 'reject'],
    ['an open quote', `${csv(plain)}\n1700000000000,12,"Ho`, 'reject'],
    ['a time that is no number', csv([[start, 'slow', 'Home', 200, 'OK', 't', 'text', true, 1, 1]]), 'reject'],
    ['a success that is none', csv([[start, 5, 'Home', 200, 'OK', 't', 'text', 'maybe', 1, 1]]), 'reject'],
    ['sums of samples', `${columns.join(',')},SampleCount\n${row(0, 5).join(',')},20`, 'reject'],
  ])('with %s', (_, report, outcome) => {
    expect(readMetrics(report)).toMatchObject({ format: 'jmeter-jtl-csv', outcome });
  });
});

const xml = (samples: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<testResults version="1.2">\n${samples}\n</testResults>`;
const sample = (at: number, elapsed: number, inner = '', more = '') =>
  `<httpSample t="${elapsed}" ts="${start + at}" s="true" lb="Home" rc="200" rm="OK" tn="Users 1-1" na="3" ${more}>${inner}</httpSample>`;
const controller = (at: number, elapsed: number, inner = '') =>
  `<sample t="${elapsed}" ts="${start + at}" s="true" lb="Buy" rm="Number of samples in transaction : 2, number of failing samples : 0" tn="Users 1-1">${inner}</sample>`;

describe('jmeter-jtl-xml', () => {
  it('counts redirects and embedded resources as part of their sample', () => {
    const { values } = readMetrics(
      xml(sample(0, 500, `${sample(0, 100)}${sample(100, 400)}<assertionResult><name>x</name></assertionResult>`) + sample(1000, 1000)),
    );
    expect(values).toMatchObject({
      samples: 2,
      samples_top_level: 2,
      samples_all_levels: 4,
      requests: 2,
      'latency.max': 1000,
      'load.duration': 2,
      'load.users': 3,
      'error-rate': 0,
    });
  });

  it('counts the samples in a transaction instead of the transaction', () => {
    const { values } = readMetrics(
      xml(controller(0, 300, sample(0, 100) + sample(100, 200, sample(100, 50))) + sample(400, 40) + sample(450, 60) + controller(400, 110)),
    );
    expect(values).toMatchObject({ samples: 4, requests: 4, transactions: 2, 'latency.max': 200 });
  });

  it.each([
    ['no sample', xml(''), 'empty'],
    ['an end that is missing', xml(sample(0, 1)).replace('</testResults>', ''), 'reject'],
    ['no time', xml('<sample s="true" lb="x"/>'), 'reject'],
  ])('with %s', (_, report, outcome) => {
    expect(readMetrics(report)).toMatchObject({ format: 'jmeter-jtl-xml', outcome });
  });
});
