import { expect, it } from 'vitest';
import { describeFixtures, hits, readSample, said } from './coverage-sample.ts';

describeFixtures('coveragepy-json');

const meta = { format: 2, version: '5.5', timestamp: '2027-01-01T10:00:00', branch_coverage: false, show_contexts: false };
const summary = (covered_lines: number, num_statements: number, more = {}) => ({ covered_lines, num_statements, percent_covered: 1, ...more });

it.each([
  ['lines', { a: { executed_lines: [1, 3], missing_lines: [4], summary: summary(2, 3) } }, { lines: '2/3', files: '1' }, []],
  [
    'branches, where they were measured',
    { a: { executed_lines: [1], missing_lines: [], summary: summary(1, 1, { num_branches: 4, covered_branches: 1 }) } },
    { lines: '1/1', branches: '1/4', files: '1' },
    [],
  ],
  [
    'statements, not the docstrings that ran',
    { a: { executed_lines: [1, 2, 3], missing_lines: [4], summary: summary(2, 3) } },
    { lines: '2/3', files: '1' },
    [/^not-statements: 1 /],
  ],
  [
    'the lists where the summary cannot be',
    { a: { executed_lines: [1], missing_lines: [4, 5], summary: summary(9, 9) } },
    { lines: '1/3', files: '1' },
    [/^header-disagrees: lines of a 9 of 9, counted 1 of 3/],
  ],
  ['files without lists by their summary', { a: { summary: summary(1, 4) } }, { lines: '1/4', files: '1' }, []],
])('counts %s', (_, files, totals, flags) => {
  const report = readSample({ meta, files });
  expect(report).toMatchObject({ format: 'coveragepy-json', outcome: 'ok', tool: 'coverage.py 5.5' });
  expect(said(report.totals)).toEqual(totals);
  expect(report.flags).toEqual(flags.map((flag) => expect.stringMatching(flag)));
});

it('keeps the lines, and flags totals that are not the sum', () => {
  const report = readSample({
    meta,
    files: { 'src\\a.py': { executed_lines: [1], missing_lines: [2], excluded_lines: [9], summary: summary(1, 2) } },
    totals: summary(5, 6),
  });
  expect(hits(report)).toEqual({ 'src\\a.py': { 1: 1, 2: 0 } });
  expect(report.flags).toEqual(['header-disagrees: lines of totals 5 of 6, counted 1 of 2', 'excluded-lines: 1 lines are left out by exclusion comments']);
});

it.each([
  ['nothing', { meta, files: {} }, 'empty'],
  ['a file of which nothing is known', { meta, files: { a: {} } }, 'reject'],
  ['a line that is no number', { meta, files: { a: { executed_lines: ['1'], missing_lines: [] } } }, 'reject'],
  ['more covered than there is', { meta, files: { a: { summary: summary(3, 2) } } }, 'reject'],
])('is missing evidence with %s', (_, document, outcome) => {
  expect(readSample(document).outcome).toBe(outcome);
});
