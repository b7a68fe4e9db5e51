import { expect, it } from 'vitest';
import { hits, readSample, said } from './coverage-sample.ts';

const document = (files: unknown) => ({ gcc_version: '13.2.0', format_version: '1', current_working_directory: '/build/x', data_file: 'a.gcda', files });
const line = (line_number: number, count: number, function_name = 'f') => ({ line_number, count, function_name, unexecuted_block: false, branches: [] });

it('counts a line once, however many functions it belongs to', () => {
  const report = readSample(document([{ file: 'a.cpp', functions: [], lines: [line(1, 0, 'f<int>'), line(1, 2, 'f<double>'), line(2, 0)] }]));
  expect(report).toMatchObject({ format: 'gcov-json', outcome: 'ok', tool: 'gcov 13.2.0', sources: ['/build/x'] });
  expect(hits(report)).toEqual({ 'a.cpp': { 1: 2, 2: 0 } });
  expect(said(report.totals)).toEqual({ lines: '1/2', files: '1' });
});

it.each([
  ['no file', [], 'empty'],
  ['files that are no list', {}, 'reject'],
  ['a count that is a word', [{ file: 'a', lines: [{ line_number: 1, count: 'x' }] }], 'reject'],
])('is missing evidence with %s', (_, files, outcome) => {
  expect(readSample(document(files)).outcome).toBe(outcome);
});
