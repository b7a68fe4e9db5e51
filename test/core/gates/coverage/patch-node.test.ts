import { describe, expect, it } from 'vitest';
import { evaluateCoverage } from '../../../../src/core/gates/coverage/evaluate-coverage.ts';
import { allowedMisses } from '../../../../src/core/gates/coverage/patch-verdict.ts';
import type { ChangedFile } from '../../../../src/core/snapshot/facts.ts';
import { whole } from '../whole-node.ts';
import { changed, component, find, reportOf, sample, trace, type Sample } from './coverage-sample.ts';

const lines = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);
/** A file of 100 lines, the last 40 of which no test runs. */
const sixty = [trace(['src/api/a.ts', 60, 100])];
const a = (...touched: readonly number[]): readonly ChangedFile[] => [changed('src/api/a.ts', touched)];
const bothBranches = { base: { sha: 'c'.repeat(40), ref: 'main' } };
const four = ['a', 'b', 'c', 'd'].map((name) => `src/api/${name}.ts`);

const rows: readonly (readonly [name: string, change: Sample, said: object])[] = [
  [
    'at the floor, of 20 lines',
    { reports: sixty, files: a(...lines(43, 62)) },
    {
      verdict: 'pass',
      code: 'coverage.patch-reached',
      reason: '90 % (18 of 20 lines) of the change; at least 90 % is asked for.',
      brief: 'change in api 90 %',
    },
  ],
  [
    'one line below the floor, of 20 lines: none is tolerated',
    { reports: sixty, files: a(...lines(44, 63)) },
    {
      verdict: 'fail',
      code: 'coverage.patch-below',
      reason: '85 % (17 of 20 lines) of the change; at least 90 % is asked for.',
      next: 'Cover 1 more line of the change: `src/api/a.ts` 61-63.',
      brief: 'change in api 85 % (90 % is asked for)',
    },
  ],
  [
    'with as many lines uncovered as 20 lines may have, of 19',
    { reports: sixty, files: a(...lines(44, 62)) },
    {
      verdict: 'pass',
      code: 'coverage.patch-tolerated',
      reason: '89.47 % (17 of 19 lines) of the change; in a change of fewer than 20 lines 2 may stay uncovered, and 2 do.',
      brief: 'change in api 89.47 %',
    },
  ],
  [
    'with two lines too many uncovered, of 19',
    { reports: sixty, files: a(...lines(46, 64)) },
    {
      verdict: 'fail',
      code: 'coverage.patch-below',
      reason: '78.94 % (15 of 19 lines) of the change; at least 90 % is asked for.',
      next: 'Cover 2 more lines of the change: `src/api/a.ts` 61-64.',
      brief: 'change in api 78.94 % (90 % is asked for)',
    },
  ],
  [
    'in more places than are shown',
    {
      tree: four,
      reports: [trace(...four.map((path) => [path, 0, 100] as const))],
      files: [
        changed('src/api/d.ts', [1]),
        changed('src/api/a.ts', [1, 3, 5, 7, 8, 10, 12]),
        changed('src/api/b.ts', [1, 2, 3]),
        changed('src/api/c.ts', [1, 5]),
      ],
    },
    {
      verdict: 'fail',
      code: 'coverage.patch-below',
      reason: '0 % (0 of 13 lines) of the change; at least 90 % is asked for.',
      next: 'Cover 11 more lines of the change: `src/api/a.ts` 1, 3, 5, 7-8, 10; `src/api/b.ts` 1-3; `src/api/c.ts` 1, 5; ….',
      brief: 'change in api 0 % (90 % is asked for)',
    },
  ],
  [
    'in three places, which are all shown',
    { tree: four, reports: [trace(...four.map((path) => [path, 0, 100] as const))], files: ['a', 'b', 'c'].map((name) => changed(`src/api/${name}.ts`, [1])) },
    {
      verdict: 'fail',
      code: 'coverage.patch-below',
      reason: '0 % (0 of 3 lines) of the change; at least 90 % is asked for.',
      next: 'Cover 1 more line of the change: `src/api/a.ts` 1; `src/api/b.ts` 1; `src/api/c.ts` 1.',
      brief: 'change in api 0 % (90 % is asked for)',
    },
  ],
  [
    'in one of two files, the other of which is covered',
    {
      tree: ['src/api/a.ts', 'src/api/b`.ts'],
      reports: [trace(['src/api/a.ts', 100, 100], ['src/api/b`.ts', 0, 100])],
      files: [changed('src/api/a.ts', lines(1, 10)), changed('src/api/b`.ts', [1, 2, 3])],
    },
    {
      verdict: 'fail',
      code: 'coverage.patch-below',
      reason: '76.92 % (10 of 13 lines) of the change; at least 90 % is asked for.',
      next: "Cover 1 more line of the change: `src/api/b'.ts` 1-3.",
      brief: 'change in api 76.92 % (90 % is asked for)',
    },
  ],
  [
    'of a file in which nothing can be covered',
    { tree: four, reports: [trace(['src/api/a.ts', 60, 100], ['src/api/b.ts', 0, 0])], files: [changed('src/api/b.ts', [1])] },
    { verdict: 'not-applicable', code: 'coverage.nothing-changed', reason: 'The change touches no lines that can be covered.' },
  ],
  [
    'that only removes lines of a file which the base changed, too',
    { reports: sixty, files: a(), pull: { ...bothBranches, baseChanges: ['src/api/a.ts'] } },
    { verdict: 'not-applicable', code: 'coverage.nothing-changed', reason: 'The change touches no lines that can be covered.' },
  ],
  [
    'without a report, beside a file of no component',
    { files: [changed('README.md', [1]), changed('src/api/a.ts', [1])] },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.no-report',
      reason: 'No coverage report of this commit came.',
      next: "Add to the workflow, after the tests: `uses: actions/upload-artifact@v4` with `name: sprintgate-api` and the report's path as `path:` (lcov, Cobertura or JaCoCo XML).",
    },
  ],
  [
    'of lines that cannot be covered',
    { reports: sixty, files: a(500) },
    { verdict: 'not-applicable', code: 'coverage.nothing-changed', reason: 'The change touches no lines that can be covered.' },
  ],
  [
    'of which GitHub leaves out a file',
    { reports: sixty, files: a(1), filesLeftOut: 1 },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.files-left-out',
      reason: 'GitHub does not list all files of this pull request: 1 is left out.',
      next: 'Split the pull request into smaller ones.',
    },
  ],
  [
    'of which GitHub leaves out files, in a component without sources',
    { reports: sixty, tree: ['lib/b.ts'], components: [component('api', 9000), component('lib', 9000, { paths: ['lib/**'] })], filesLeftOut: 2 },
    { verdict: 'not-applicable', code: 'coverage.nothing-changed', reason: 'The change touches no lines that can be covered.' },
  ],
  [
    'without a report of a source that it touches',
    { files: a(1) },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.no-report',
      reason: 'No coverage report of this commit came.',
      next: "Add to the workflow, after the tests: `uses: actions/upload-artifact@v4` with `name: sprintgate-api` and the report's path as `path:` (lcov, Cobertura or JaCoCo XML).",
    },
  ],
  [
    'without a report, where it only removes a source',
    { files: [changed('src/api/a.ts', [], { status: 'removed' })] },
    { verdict: 'not-applicable', code: 'coverage.nothing-changed', reason: 'The change touches no lines that can be covered.' },
  ],
  [
    'where the files of the commit are not known',
    { reports: sixty, tree: null },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.tree-unknown',
      reason: 'GitHub could not list all files of this commit, so no report can be placed.',
      next: 'Evaluate again with `/sprintgate recheck`; if it stays, check the permission `contents: read`.',
    },
  ],
  [
    'of a source that no report mentions',
    { reports: sixty, tree: four, files: [changed('src/api/b.ts', [1])] },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.changed-unreported',
      reason: 'The change touches files that no report mentions: `src/api/b.ts`.',
      next: 'Have those files measured (e.g. `--coverage.include`, `--source`), or leave them out in `components.api.exclude`.',
    },
  ],
  [
    'of a source whose reported path fits two',
    {
      components: [component('api', 9000), component('web', 9000)],
      tree: ['src/api/a.ts', 'src/api/u/i.ts', 'src/web/u/i.ts'],
      reports: [trace(['src/api/a.ts', 95, 100], ['u/i.ts', 9, 9])],
      files: [changed('src/api/u/i.ts', [1])],
    },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.changed-unreported',
      reason:
        'The change touches files that no report mentions: `src/api/u/i.ts`. The path `u/i.ts` of a report fits `src/api/u/i.ts`, `src/web/u/i.ts` equally and is counted for none of them.',
      next: 'Write the folder that the report’s paths are relative to in `evidence.sourceRoots`, or have the report written with paths from the repository’s root.',
    },
  ],
  [
    'of a source that the base changed too',
    { reports: sixty, files: a(1), pull: { ...bothBranches, baseChanges: ['src/api/a.ts'] } },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.patch-in-merge',
      reason: 'The base branch changed `src/api/a.ts` too, and the merge of both was tested: its lines are not those of this pull request.',
      next: 'Update the branch with its base ("Update branch") and let the workflow end.',
    },
  ],
  [
    'too large for GitHub to give its lines',
    { reports: sixty, files: [changed('src/api/a.ts', null)] },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.patch-unknown',
      reason: 'GitHub did not give the changed lines of `src/api/a.ts` (too large a change).',
      next: 'Split the pull request into smaller ones.',
    },
  ],
  [
    'of a source whose report has sums alone',
    { reports: [reportOf('s.info', 'SF:src/api/a.ts\nLF:100\nLH:99\nend_of_record')], files: a(1) },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.no-lines',
      reason: 'The report of `src/api/a.ts` has sums but no lines, so the change cannot be compared.',
      next: 'Have the report written with its lines, not as a summary.',
    },
  ],
  [
    'that moves a source without a change, which GitHub gives no lines for',
    { reports: sixty, files: [changed('src/api/a.ts', [], { status: 'renamed', previousPath: 'src/api/z.ts' })], pull: { baseChanges: null } },
    { verdict: 'not-applicable', code: 'coverage.nothing-changed', reason: 'The change touches no lines that can be covered.' },
  ],
  [
    'that moves a source and changes it',
    { reports: sixty, files: [changed('src/api/a.ts', [1, 2], { status: 'renamed', previousPath: 'src/api/z.ts' })] },
    {
      verdict: 'pass',
      code: 'coverage.patch-reached',
      reason: '100 % (2 of 2 lines) of the change; at least 90 % is asked for.',
      brief: 'change in api 100 %',
    },
  ],
  [
    'that GitHub lists as unchanged',
    { reports: sixty, files: [changed('src/api/a.ts', [99], { status: 'unchanged' as ChangedFile['status'] })] },
    { verdict: 'not-applicable', code: 'coverage.nothing-changed', reason: 'The change touches no lines that can be covered.' },
  ],
];

describe('the change of a component', () => {
  it.each(rows)('%s', (_, change, said) => {
    const id = 'coverage.patch.api';
    expect(whole(find(evaluateCoverage(sample(change)), id))).toEqual({ id, title: 'Change in `api`', next: null, children: [], ...said });
  });

  it.each([
    [1, 9000, 20, 2],
    [19, 9000, 20, 2],
    [29, 9000, 20, 2],
    [30, 9000, 20, 3],
    [5, 9500, 20, 1],
    [5, 9501, 20, 0],
    [1, 10_000, 20, 0],
    [3, 9000, 0, 0],
  ])('of %i lines at a floor of %i, with small ones below %i, may leave %i uncovered', (total, floor, smallChange, misses) => {
    expect(allowedMisses(total, { floor, smallChange })).toBe(misses);
  });

  it('of two components reads as a whole by the parts that decide it', () => {
    const input = sample({
      components: [component('api', 9000), component('web', 9000)],
      tree: ['src/api/a.ts', 'src/web/w.ts'],
      reports: [trace(['src/api/a.ts', 60, 100], ['src/web/w.ts', 100, 100])],
      files: [changed('src/api/a.ts', lines(51, 80)), changed('src/web/w.ts', lines(1, 30))],
    });
    expect(whole(find(evaluateCoverage(input), 'coverage.patch'))).toEqual({
      id: 'coverage.patch',
      title: 'Coverage of the change',
      verdict: 'fail',
      code: 'coverage.patch-below',
      reason: '33.33 % (10 of 30 lines) of the change; at least 90 % is asked for.',
      next: 'Cover 17 more lines of the change: `src/api/a.ts` 61-80.',
      brief: 'change in api 33.33 % (90 % is asked for)',
      children: ['coverage.patch.api fail', 'coverage.patch.web pass'],
    });
  });
});
