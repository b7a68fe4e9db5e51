import { expect, it } from 'vitest';
import { describeFixtures, hits, readSample, said } from './coverage-sample.ts';

describeFixtures('simplecov-resultset');

const timestamp = 1_800_000_000;
const run = (lines: unknown, more = {}) => ({ coverage: { '/app/a.rb': { lines, ...more } }, timestamp });

it('merges commands by line as SimpleCov does', () => {
  const report = readSample({ RSpec: run([null, 1, 0, 0, null]), Cucumber: run([0, 0, 2, 0, null, 'ignored', 1]) });
  expect(hits(report)).toEqual({ '/app/a.rb': { 2: 1, 3: 2, 4: 0, 7: 1 } });
  expect(said(report.totals)).toEqual({ lines: '3/4', files: '1' });
  expect(report).toMatchObject({ format: 'simplecov-resultset', madeAt: '2027-01-15T08:00:00.000Z' });
});

it('reads the lists of SimpleCov before 0.18', () => {
  expect(said(readSample({ RSpec: { coverage: { 'a.rb': [1, 0, null] }, timestamp } }).totals)).toEqual({ lines: '1/2', files: '1' });
});

it('unites branches and methods by what they are', () => {
  const branches = (then: number, other: number) => ({ '[:if, 0, 1, 2, 3, 4]': { '[:then, 1]': then, '[:else, 2]': other } });
  const report = readSample({
    a: run([1], { branches: branches(1, 0), methods: { '["A", :x]': 0 } }),
    b: run([1], { branches: branches(0, 0), methods: { '["A", :x]': 2 } }),
  });
  expect(said(report.totals)).toEqual({ lines: '1/1', branches: '1/2', functions: '1/1', files: '1' });
});

it.each([
  ['nothing covered', { a: { coverage: {}, timestamp } }, 'empty'],
  ['oneshot lines', { a: { coverage: { 'a.rb': { oneshot_lines: [1] } }, timestamp } }, 'reject'],
  ['hits that are words', { a: run(['many']) }, 'reject'],
])('is missing evidence with %s', (_, document, outcome) => {
  expect(readSample(document)).toMatchObject({ format: 'simplecov-resultset', outcome });
});
