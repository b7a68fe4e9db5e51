import { expect, it } from 'vitest';
import { describeFixtures, hits, readSample, said } from './coverage-sample.ts';

describeFixtures('xccov-json');

const sums = (coveredLines: number, executableLines: number) => ({ coveredLines, executableLines, lineCoverage: 0.5 });
const source = (path: string, covered: number, total: number) => ({ ...sums(covered, total), path, name: 'x', functions: [] });

it('counts a file that several targets build once', () => {
  const report = readSample({
    ...sums(4, 8),
    targets: [
      { ...sums(2, 4), name: 'App.app', files: [source('/ci/A.swift', 2, 4)] },
      { ...sums(2, 4), name: 'Tests.xctest', files: [source('/ci/A.swift', 2, 4)] },
    ],
  });
  expect(said(report.totals)).toEqual({ lines: '2/4', files: '1' });
  expect(report.flags).toEqual(['header-disagrees: lines of the targets 4 of 8, counted 2 of 4']);
});

it('takes the lower of two counts of a file, and says so', () => {
  const report = readSample({
    targets: [
      { ...sums(3, 4), files: [source('/A.swift', 3, 4)] },
      { ...sums(1, 4), files: [source('/A.swift', 1, 4)] },
    ],
  });
  expect(said(report.totals)).toEqual({ lines: '1/4', files: '1' });
  expect(report.flags).toContainEqual(expect.stringMatching(/^sums-not-united: /));
});

it('keeps the sums of targets whose files are not listed', () => {
  const report = readSample({
    ...sums(3, 6),
    targets: [
      { ...sums(2, 4), files: [source('/A.swift', 2, 4)] },
      { ...sums(1, 2), name: 'Pod', files: [] },
    ],
  });
  expect(said(report.totals)).toEqual({ lines: '3/6', files: '1' });
});

it('reads the lines of an archive', () => {
  const lines = [
    { line: 1, isExecutable: false },
    { line: 2, isExecutable: true, executionCount: 3, subranges: [] },
    { line: 3, isExecutable: true, executionCount: 0 },
  ];
  const report = readSample({ '/ci/A.swift': lines, '/ci/B.swift': [] });
  expect(hits(report)).toEqual({ '/ci/A.swift': { 2: 3, 3: 0 }, '/ci/B.swift': {} });
  expect(said(report.totals)).toEqual({ lines: '1/2', files: '2' });
});

it.each([
  ['no line to run', { '/A.swift': [{ line: 1, isExecutable: false }] }, 'empty'],
  ['no target', { ...sums(0, 0), targets: [] }, 'empty'],
  ['more covered than there is', [{ ...sums(5, 4), name: 'App' }], 'reject'],
])('is missing evidence with %s', (_, document, outcome) => {
  expect(readSample(document)).toMatchObject({ format: 'xccov-json', outcome });
});
