import { describe, expect, it } from 'vitest';
import { evaluateCoverage } from '../../../../src/core/gates/coverage/evaluate-coverage.ts';
import { uncoveredLines } from '../../../../src/core/gates/coverage/uncovered-lines.ts';
import { changed, component, sample, trace, type Sample } from './coverage-sample.ts';

function linesOf(change: Sample): string[] {
  const input = sample(change);
  return uncoveredLines(input, evaluateCoverage(input)).map(({ component: id, path, from, to, fails }) => `${fails ? '!' : ' '} ${id} ${path} ${from}-${to}`);
}

const tree = ['src/api/a.ts', 'src/api/b.ts', 'src/api/c.ts', 'src/web/w.ts'];
const change: Sample = {
  components: [component('web', 1000), component('api', 9000)],
  tree,
  reports: [trace(['src/api/a.ts', 0, 50], ['src/api/b.ts', 0, 50], ['src/api/c.ts', 0, 50], ['src/web/w.ts', 30, 50])],
  files: [
    changed(
      'src/web/w.ts',
      Array.from({ length: 50 }, (_, index) => index + 1),
    ),
    changed('src/api/c.ts', [1, 2, 3, 4]),
    changed('src/api/b.ts', [3, 7, 8, 9]),
    changed('src/api/a.ts', [5]),
  ],
};

describe('the uncovered lines of a change', () => {
  it('come worst first: failing components, then the fullest files, then the longest ranges', () => {
    expect(linesOf(change)).toEqual([
      '! api src/api/b.ts 7-9',
      '! api src/api/b.ts 3-3',
      '! api src/api/c.ts 1-4',
      '! api src/api/a.ts 5-5',
      '  web src/web/w.ts 31-50',
    ]);
  });

  it.each<[string, Sample]>([
    ['where nothing is uncovered', { ...change, files: [changed('src/web/w.ts', [1])] }],
    ['where no line that can be covered is changed', { ...change, files: [] }],
    ['of a file whose lines are not known', { ...change, files: [changed('src/api/a.ts', null)] }],
    ['where the evidence is missing', { ...change, reports: [] }],
  ])('are none %s', (_, given) => {
    expect(linesOf(given)).toEqual([]);
  });

  it('of a component that is not judged are left out beside one that is', () => {
    expect(linesOf({ ...change, files: [changed('src/web/w.ts', [31]), changed('src/api/a.ts', null)] })).toEqual(['  web src/web/w.ts 31-31']);
  });
});
