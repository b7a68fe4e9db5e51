import { expect, it } from 'vitest';
import { describeFixtures, hits, readSample, said } from './coverage-sample.ts';

describeFixtures('gcovr-json');

const document = (...lines: unknown[]) => ({ 'gcovr/format_version': '0.5', files: [{ file: 'a.cpp', lines, functions: [] }] });

it('leaves out what is excluded or no code, and counts a line once', () => {
  const report = readSample(
    document(
      { line_number: 1, count: 0, branches: [] },
      { line_number: 1, count: 5, branches: [] },
      { line_number: 2, count: 3, 'gcovr/excluded': true },
      { line_number: 3, count: 0, 'gcovr/noncode': true },
      { line_number: 4, count: 0, 'gcovr/noncode': false },
    ),
  );
  expect(hits(report)).toEqual({ 'a.cpp': { 1: 5, 4: 0 } });
  expect(said(report.totals)).toEqual({ lines: '1/2', files: '1' });
});

it('is missing evidence with a line that has no count', () => {
  expect(readSample(document({ line_number: 1 }))).toMatchObject({ format: 'gcovr-json', outcome: 'reject' });
  expect(readSample(document()).outcome).toBe('empty');
});
