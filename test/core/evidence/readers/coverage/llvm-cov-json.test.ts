import { expect, it } from 'vitest';
import { describeFixtures, hits, readSample, said } from './coverage-sample.ts';

describeFixtures('llvm-cov-json');

const count = (covered: number, total: number) => ({ count: total, covered, percent: 1 });
const summary = (lines: [number, number], functions: [number, number] = [1, 1]) => ({ lines: count(...lines), functions: count(...functions) });
const exported = (...data: unknown[]) => ({ data, type: 'llvm.coverage.json.export', version: '2.0.1' });

// fn f(x) {            2:1  entered once
//   if x {             3:6  ran once … 3:12 body
//     …                4    not run
//   }                  5:4
// }                    6:2
const segments = [
  [2, 1, 1, true, true, false],
  [3, 12, 0, true, true, false],
  [5, 4, 1, true, false, false],
  [6, 2, 0, false, false, false],
];

it('takes lines from segments by the rules of LLVM', () => {
  const report = readSample(exported({ files: [{ filename: 'a.rs', segments, summary: summary([3, 5]) }], totals: summary([3, 5]) }));
  // Line 3: the region that goes on into it ran, though the one that starts in it did not. Line 5: the one that goes on did not.
  expect(hits(report)).toEqual({ 'a.rs': { 2: 1, 3: 1, 4: 0, 5: 0, 6: 1 } });
  expect(said(report.totals)).toEqual({ lines: '3/5', functions: '1/1', files: '1' });
  expect(report.flags).toEqual([]);
});

it('leaves out lines of skipped regions and gaps without code', () => {
  const listed = [
    [1, 1, 5, true, true, false],
    [2, 1, 0, false, true, false],
    [4, 1, 5, true, false, false],
    [5, 1, 0, false, false, false],
    [7, 1, 0, 1, 1],
    [7, 9, 0, 0, 0],
  ];
  expect(hits(readSample(exported({ files: [{ filename: 'a.c', segments: listed, summary: summary([1, 3]) }] })))).toEqual({ 'a.c': { 1: 5, 5: 5, 7: 0 } });
});

it('adds up several entries, and unites a file that stands in two of them', () => {
  const one = { files: [{ filename: 'a.rs', segments, summary: summary([3, 5]) }], totals: summary([3, 5]) };
  const report = readSample(exported(one, one, { files: [{ filename: 'b.rs', summary: summary([1, 2]) }], totals: summary([1, 2]) }));
  expect(said(report.totals)).toEqual({ lines: '4/7', functions: '2/2', files: '2' });
  expect(report.flags).toContain('header-disagrees: lines of totals 7 of 12, counted 4 of 7');
});

it.each([
  ['no entry', exported(), 'empty'],
  ['a file without a summary', exported({ files: [{ filename: 'a.rs' }] }), 'reject'],
  ['a segment of words', exported({ files: [{ filename: 'a.rs', segments: [['x']], summary: summary([0, 1]) }] }), 'reject'],
  [
    'a span of lines that cannot be',
    exported({
      files: [
        {
          filename: 'a',
          segments: [
            [1, 1, 1, true, true],
            [2e9, 1, 0, false, false],
          ],
          summary: summary([0, 1]),
        },
      ],
    }),
    'reject',
  ],
])('is missing evidence with %s', (_, document, outcome) => {
  expect(readSample(document)).toMatchObject({ format: 'llvm-cov-json', outcome });
});

it('uses the totals where no file is listed', () => {
  expect(said(readSample(exported({ files: [], totals: summary([1, 2]) })).totals)).toEqual({ lines: '1/2', functions: '1/1', files: '0' });
});

it('lowers a summary whose segments say that less ran, and flags it', () => {
  const cold = [
    [1, 1, 0, true, true, false],
    [2, 2, 0, false, false, false],
  ];
  const report = readSample(exported({ files: [{ filename: 'a.rs', segments: cold, summary: summary([2, 2]) }], totals: summary([2, 2]) }));
  expect(said(report.totals)).toMatchObject({ lines: '0/2' });
  expect(report.flags[0]).toContain('header-disagrees: lines 2/2, segments 0/2');
});
