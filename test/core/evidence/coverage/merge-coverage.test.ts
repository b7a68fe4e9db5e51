import { expect, it } from 'vitest';
import { countLines, packLines } from '../../../../src/core/evidence/coverage/line-hits.ts';
import { mergeCoverage } from '../../../../src/core/evidence/coverage/merge-coverage.ts';
import type { Count, FileCoverage } from '../../../../src/core/evidence/report.ts';

function file(path: string, pairs: [line: number, hits: number][], sum: Count | null = null): FileCoverage {
  const lines = packLines(pairs);
  return { path, lines, totals: { lines: sum ?? countLines(lines), branches: null, functions: null, statements: null, instructions: null } };
}

it('unites the hits of shards, so that a file counts once', () => {
  const { files } = mergeCoverage([
    file('a', [
      [1, 1],
      [2, 0],
    ]),
    file('a', [
      [2, 4],
      [3, 0],
    ]),
    file('b', [[1, 0]]),
  ]);
  expect(files).toMatchObject([
    {
      path: 'a',
      lines: packLines([
        [1, 1],
        [2, 4],
        [3, 0],
      ]),
      totals: { lines: { covered: 2, total: 3 } },
    },
    { path: 'b' },
  ]);
});

it('prefers lines to sums', () => {
  expect(mergeCoverage([file('a', [], { covered: 9, total: 9 }), file('a', [[1, 0]])]).files[0]?.totals.lines).toEqual({ covered: 0, total: 1 });
});

it('takes the lower of two sums that cannot be united, and says so', () => {
  expect(mergeCoverage([file('a', [], { covered: 9, total: 10 }), file('a', [], { covered: 5, total: 10 })])).toMatchObject({
    files: [{ totals: { lines: { covered: 5, total: 10 } } }],
    unmergeable: ['a'],
  });
});

const none = { lines: null, branches: null, functions: null, statements: null, instructions: null };

it('lets the format of lines say which lines there are, and adds the hits of a format of statements', () => {
  const [lcov, go] = [
    file('a', [
      [1, 0],
      [2, 0],
      [3, 0],
    ]),
    {
      ...file('a', [
        [2, 1],
        [4, 1],
      ]),
      totals: { ...none, statements: { covered: 2, total: 2 } },
    },
  ];
  for (const pair of [
    [lcov, go],
    [go, lcov],
  ])
    expect(mergeCoverage(pair).files).toMatchObject([
      {
        lines: packLines([
          [1, 0],
          [2, 1],
          [3, 0],
        ]),
        totals: { lines: { covered: 1, total: 3 }, statements: { covered: 2, total: 2 } },
      },
    ]);
});

it('does not count lines that ran and are no statements, twice over', () => {
  const one = file(
    'a',
    [
      [1, 1],
      [2, 1],
      [3, 0],
    ],
    { covered: 1, total: 2 },
  );
  const two = file(
    'a',
    [
      [1, 1],
      [2, 0],
      [3, 1],
    ],
    { covered: 1, total: 2 },
  );
  expect(mergeCoverage([one, two]).files[0]?.totals.lines).toEqual({ covered: 2, total: 2 });
});

it('keeps the lower of two counts of branches, and says so', () => {
  const [a, b] = [file('a', [[1, 1]]), file('a', [[1, 1]])];
  const [one, two] = [
    { ...a, totals: { ...a.totals, branches: { covered: 3, total: 4 } } },
    { ...b, totals: { ...b.totals, branches: { covered: 2, total: 4 } } },
  ];
  expect(mergeCoverage([one, two])).toMatchObject({ files: [{ totals: { branches: { covered: 2, total: 4 } } }], lowered: ['a'], unmergeable: [] });
  expect(mergeCoverage([one, one]).lowered).toEqual([]);
});

it('merges in whatever order the same lines', () => {
  const shards = [
    file('a', [
      [1, 1],
      [2, 0],
    ]),
    file('a', [
      [2, 3],
      [9, 0],
    ]),
    file('a', [
      [1, 0],
      [9, 0],
    ]),
  ];
  expect(mergeCoverage(shards.toReversed()).files).toEqual(mergeCoverage(shards).files);
});
