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
