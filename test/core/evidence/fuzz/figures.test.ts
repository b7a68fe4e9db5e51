import { describe, expect, it } from 'vitest';
import { packReport, unpackReport } from '../../../../src/core/evidence/bundle/pack-report.ts';
import { readReport } from '../../../../src/core/evidence/read-report.ts';
import type { Report } from '../../../../src/core/evidence/report.ts';
import { samples } from './samples.ts';

/** The sample of a format with one text in it put in the place of another. */
function changed(format: string, from: string, to: string): Report {
  const sample = samples[format] ?? '';
  expect(sample).toContain(from);
  return readReport(format, new TextEncoder().encode(sample.replace(from, to)));
}

describe('figures that cannot be', () => {
  it.each([
    ['9007199254740993', 'trufflehog-json', '"line":3'],
    ['1e308', 'eslint-json', '"line":3'],
    ['-3', 'bandit-json', '"line_number":3'],
    ['0.5', 'semgrep-json', '"line":3'],
  ])('a finding at line %s is counted, points nowhere, and is packed', (line, format, member) => {
    const report = changed(format, member, `${member.slice(0, member.indexOf(':'))}:${line}`);
    expect(report).toMatchObject({ outcome: 'ok', totals: { total: 1 }, findings: [{ line: null }] });
    expect(unpackReport(JSON.parse(JSON.stringify(packReport(report))))).toEqual(report);
  });

  it.each([
    ['ctrf-json', '"line":4', '"line":1e300'],
    ['rspec-json', '"line_number":5', '"line_number":-5'],
  ])('a failed test of %s at a line that no file has is counted, and points nowhere', (format, from, to) => {
    expect(changed(format, from, to)).toMatchObject({ outcome: 'ok', totals: { failed: 1 }, failures: [{ line: null }] });
  });

  it.each([
    ['vegeta-json', '"mean":22500000', '"mean":-1', 'latency.mean'],
    ['artillery-json', '"mean":22.5', '"mean":-22.5', 'latency.mean'],
    ['k6-summary', '"avg":20', '"avg":-20', 'latency.mean'],
    ['gatling-global-stats', '"meanResponseTime":{"total":22', '"meanResponseTime":{"total":-22', 'meanResponseTime'],
  ])('a time below 0 in %s is refused', (format, from, to, named) => {
    expect(changed(format, from, to)).toMatchObject({ outcome: 'reject', error: { message: expect.stringContaining(named) } });
  });

  it('a report of which every figure is beyond what a number holds is empty', () => {
    expect(readReport('x', new TextEncoder().encode('{"accuracy":1e999,"f1":-1e999}'))).toMatchObject({ outcome: 'empty', totals: { values: {} } });
  });

  it.each([
    ['metrics-json', '"f1":0.88', '"f1":-0', 'f1'],
    ['hf-model-card-md', 'value: 0.91', 'value: -0.0', 'metrics.accuracy'],
    ['model-card-json', '"value":"0.91"', '"value":"-0"', 'metrics.accuracy.all'],
  ])('minus zero in %s is zero', (format, from, to, name) => {
    const report = changed(format, from, to);
    expect(report.kind === 'metrics' || report.kind === 'document' ? report.totals.values[name] : null).toBe(0);
  });
});
