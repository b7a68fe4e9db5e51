import { expect, it } from 'vitest';
import { describeFixtures, hits, readSample, said } from './coverage-sample.ts';

describeFixtures('simplecov-json');

const meta = { simplecov_version: '0.22.0' };

it('recounts lines, branches and methods, and leaves out what is ignored', () => {
  const branches = [
    { type: 'then', coverage: 1 },
    { type: 'else', coverage: 0 },
    { type: 'else', coverage: 'ignored' },
  ];
  const report = readSample({ meta, coverage: { 'a.rb': { lines: [1, 0, null, 'ignored'], branches, methods: [{ name: 'x', coverage: 3 }] } }, groups: {} });
  expect(said(report.totals)).toEqual({ lines: '1/2', branches: '1/2', functions: '1/1', files: '1' });
  expect(hits(report)).toEqual({ 'a.rb': { 1: 1, 2: 0 } });
});

it('flags a total that is not what is listed', () => {
  const report = readSample({ meta, total: { lines: { covered: 9, total: 9 } }, coverage: { 'a.rb': { lines: [0] } } });
  expect(report.flags).toEqual(['header-disagrees: lines of total 9 of 9, counted 0 of 1']);
});

it.each([
  ['lists', [1, null, 0]],
  ['objects', { lines: [1, null, 0] }],
])('reads the older gem, whose files have %s', (_, coverage) => {
  const metrics = { covered_percent: 50, covered_strength: 1, covered_lines: 1, total_lines: 2 };
  const report = readSample({ timestamp: 1, command_name: 'RSpec', files: [{ filename: '/app/a.rb', coverage }], metrics });
  expect(report).toMatchObject({ format: 'simplecov-json', outcome: 'ok', flags: [] });
  expect(said(report.totals)).toEqual({ lines: '1/2', files: '1' });
});

it('is missing evidence without files', () => {
  expect(readSample({ meta, coverage: {} }).outcome).toBe('empty');
  expect(readSample({ meta }).outcome).toBe('reject');
});
