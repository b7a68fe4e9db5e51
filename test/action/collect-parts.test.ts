import { describe, expect, it } from 'vitest';
import { rangesOf } from '../../action/src/collect/changed-ranges.ts';
import { relocateReport } from '../../action/src/collect/relocate-report.ts';
import { uncoveredRanges } from '../../action/src/collect/uncovered-ranges.ts';
import { packLines } from '../../src/core/evidence/coverage/line-hits.ts';
import { missingReport } from '../../src/core/evidence/missing-report.ts';
import type { FileCoverage } from '../../src/core/evidence/report.ts';

describe('changed lines', () => {
  it('are read from a diff without context; a line that looks like a header is none', () => {
    const diff = [
      'diff --git a/src/a.ts b/src/a.ts',
      '--- a/src/a.ts',
      '+++ b/src/a.ts',
      '@@ -1,2 +1,3 @@ function',
      '-x',
      '--- a/other.ts',
      '+++ b/other.ts',
      '+@@ -1 +90,5 @@',
      '+z',
      '@@ -9 +10 @@',
      '-q',
      '\\ No newline at end of file',
      '+r',
      'diff --git a/gone.ts b/gone.ts',
      '--- a/gone.ts',
      '+++ /dev/null',
      '@@ -1,2 +0,0 @@',
      '-a',
      '-b',
      'diff --git a/with space.ts b/with space.ts',
      '--- a/with space.ts\t',
      '+++ b/with space.ts\t',
      '@@ -3,0 +4,2 @@',
      '+a',
      '+b',
      '',
    ].join('\n');
    expect([...rangesOf(diff)]).toEqual([
      [
        'src/a.ts',
        [
          [1, 3],
          [10, 10],
        ],
      ],
      ['with space.ts', [[4, 5]]],
    ]);
  });

  it('that no test runs are merged over lines that nothing can cover, longest first', () => {
    const totals = { lines: null, branches: null, functions: null, statements: null, instructions: null };
    const file = (path: string, hits: readonly (readonly [number, number])[]): [string, FileCoverage] => [path, { path, lines: packLines(hits), totals }];
    const files = new Map([
      file('a.ts', [
        [1, 0],
        [4, 0],
        [5, 1],
        [6, 0],
        [20, 0],
        [30, 0],
      ]),
      file('b.ts', [
        [1, 0],
        [2, 0],
        [3, 0],
      ]),
    ]);
    const changed = new Map([
      ['a.ts', [[1, 20]] as const],
      ['b.ts', [[1, 3]] as const],
      ['c.ts', [[1, 9]] as const],
    ]);
    expect(uncoveredRanges(files, changed)).toEqual([
      { path: 'b.ts', first: 1, last: 3, lines: 3 },
      { path: 'a.ts', first: 1, last: 4, lines: 2 },
      { path: 'a.ts', first: 6, last: 6, lines: 1 },
      { path: 'a.ts', first: 20, last: 20, lines: 1 },
    ]);
  });
});

describe('the machine’s own paths', () => {
  const flags = (flag: string, workspaces: readonly string[]) =>
    relocateReport(missingReport({ file: 'a', kind: 'coverage', format: 'lcov', outcome: 'empty', flags: [flag] }), workspaces).flags[0];

  it.each([
    ['/home/runner/work/shop/shop/src/a.ts', 'src/a.ts'],
    ['/home/runner/work/shop/shop', '.'],
    ['at f (/home/runner/work/shop/shop/src/a.ts:1:2)', 'at f (src/a.ts:1:2)'],
    ['/home/runner/work/shop/shop-two/a.ts', '/home/runner/work/shop/shop-two/a.ts'],
    ['/usr/lib/a.ts', '/usr/lib/a.ts'],
    ['/builds/home/runner/work/shop/shop/src/a.ts', '/builds/home/runner/work/shop/shop/src/a.ts'],
    ['file:///home/runner/work/shop/shop/src/a.ts', 'file://src/a.ts'],
  ])('%s becomes %s', (from, to) => {
    expect(flags(from, ['/home/runner/work/shop/shop', '/private/home/runner/work/shop/shop/'])).toBe(to);
  });

  it.each([
    ['D:\\a\\shop\\shop\\src\\a.cs', 'src\\a.cs'],
    ['D:/a/shop/shop/src/a.cs', 'src/a.cs'],
  ])('%s becomes %s on Windows', (from, to) => {
    expect(flags(from, ['D:\\a\\shop\\shop'])).toBe(to);
  });
});
