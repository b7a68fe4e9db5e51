import { describe, expect, it } from 'vitest';
import { evaluateCoverage } from '../../../../src/core/gates/coverage/evaluate-coverage.ts';
import { whole } from '../whole-node.ts';
import { changed, component, find, reportOf, sample, trace, type Sample } from './coverage-sample.ts';

interface Said {
  readonly verdict: string;
  readonly code: string;
  readonly reason: string;
  readonly next: string | null;
  readonly brief?: string;
}

const api = (covered: number, total: number) => ({ reports: [trace(['src/api/a.ts', covered, total])] });
const jacoco = (covered: number, total: number) =>
  reportOf(
    'jacoco.xml',
    `<report name="r"><package name="src/api"><sourcefile name="a.ts"><counter type="INSTRUCTION" missed="${total - covered}" covered="${covered}"/></sourcefile></package></report>`,
  );
const files = (...paths: readonly string[]) => paths.map((path) => changed(path, [1]));

const english: readonly (readonly [name: string, change: Sample, said: Said])[] = [
  [
    'at its floor',
    api(90, 100),
    { verdict: 'pass', code: 'coverage.reached', reason: '90 % (90 of 100 lines); at least 90 % is asked for.', next: null, brief: 'api 90 %' },
  ],
  [
    'one line below its floor',
    api(89, 100),
    {
      verdict: 'fail',
      code: 'coverage.below-floor',
      reason: '89 % (89 of 100 lines); at least 90 % is asked for.',
      next: 'Cover 1 more line in `src/api`; least covered: `src/api/a.ts` (11).',
      brief: 'api 89 % (90 % is asked for)',
    },
  ],
  [
    'two instructions below its floor',
    { reports: [jacoco(88, 100)] },
    {
      verdict: 'fail',
      code: 'coverage.below-floor',
      reason: '88 % (88 of 100 instructions); at least 90 % is asked for.',
      next: 'Cover 2 more instructions in `src/api`; least covered: `src/api/a.ts` (12).',
      brief: 'api 88 % (90 % is asked for)',
    },
  ],
  [
    'below its floor by the three worst of its five files, the fully covered one left out',
    {
      tree: ['a', 'b', 'c', 'd', 'e'].map((name) => `src/api/${name}.ts`),
      reports: [trace(['src/api/d.ts', 7, 10], ['src/api/c.ts', 8, 10], ['src/api/b.ts', 8, 10], ['src/api/a.ts', 9, 10], ['src/api/e.ts', 10, 10])],
    },
    {
      verdict: 'fail',
      code: 'coverage.below-floor',
      reason: '84 % (42 of 50 lines); at least 90 % is asked for.',
      next: 'Cover 3 more lines in `src/api`; least covered: `src/api/d.ts` (3), `src/api/b.ts` (2), `src/api/c.ts` (2).',
      brief: 'api 84 % (90 % is asked for)',
    },
  ],
  [
    'below its floor by one of two files, the other fully covered',
    { tree: ['src/api/a`.ts', 'src/api/b.ts'], reports: [trace(['src/api/b.ts', 10, 10], ['src/api/a`.ts', 7, 10])] },
    {
      verdict: 'fail',
      code: 'coverage.below-floor',
      reason: '85 % (17 of 20 lines); at least 90 % is asked for.',
      next: "Cover 1 more line in `src/api`; least covered: `src/api/a'.ts` (3).",
      brief: 'api 85 % (90 % is asked for)',
    },
  ],
  [
    'with a floor that nothing can reach',
    { ...api(100, 100), components: [component('api', 10_001)] },
    {
      verdict: 'fail',
      code: 'coverage.below-floor',
      reason: '100 % (100 of 100 lines); at least 100.01 % is asked for.',
      next: 'The floor cannot be reached: correct `coverage` in the configuration.',
      brief: 'api 100 % (100.01 % is asked for)',
    },
  ],
  [
    'without a source file',
    { ...api(90, 100), tree: ['src/api/README.md', 'lib/a.ts'], components: [component('api', 9000), component('lib', 9000, { paths: ['lib/**'] })] },
    { verdict: 'not-applicable', code: 'coverage.no-sources', reason: 'There is no source code below the paths of `api` yet.', next: null },
  ],
  [
    'with three changed sources that no report mentions',
    { ...api(95, 100), tree: ['a', 'b`', 'c', 'd'].map((name) => `src/api/${name}.ts`), files: files('src/api/b`.ts', 'src/api/c.ts', 'src/api/d.ts') },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.changed-unreported',
      reason: "The change touches files that no report mentions: `src/api/b'.ts`, `src/api/c.ts`, `src/api/d.ts`.",
      next: 'Have those files measured (e.g. `--coverage.include`, `--source`), or leave them out in `components.api.exclude`.',
    },
  ],
  [
    'with five changed sources that no report mentions',
    {
      ...api(95, 100),
      tree: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `src/api/${name}.ts`),
      files: files('src/api/b.ts', 'src/api/c.ts', 'src/api/d.ts', 'src/api/e.ts', 'src/api/f.ts'),
    },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.changed-unreported',
      reason: 'The change touches files that no report mentions: `src/api/b.ts`, `src/api/c.ts`, `src/api/d.ts` and 2 more.',
      next: 'Have those files measured (e.g. `--coverage.include`, `--source`), or leave them out in `components.api.exclude`.',
    },
  ],
  [
    'with a changed source whose reported path fits two files',
    {
      components: [component('api', 9000), component('web', 9000)],
      tree: ['src/api/a.ts', 'src/api/u/index.ts', 'src/web/u/index.ts'],
      reports: [trace(['src/api/a.ts', 95, 100], ['u/index.ts', 9, 9])],
      files: files('src/api/u/index.ts'),
    },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.changed-unreported',
      reason:
        'The change touches files that no report mentions: `src/api/u/index.ts`. The path `u/index.ts` of a report fits `src/api/u/index.ts`, `src/web/u/index.ts` equally and is counted for none of them.',
      next: 'Write the folder that the report’s paths are relative to in `evidence.sourceRoots`, or have the report written with paths from the repository’s root.',
    },
  ],
];

describe('a component', () => {
  it.each(english)('%s', (_, change, said) => {
    expect(whole(find(evaluateCoverage(sample(change)), 'coverage.component.api'))).toEqual({
      id: 'coverage.component.api',
      title: '`api` (API)',
      children: [],
      ...said,
    });
  });

  it.each([
    ['its kind where the playbook has no title for it', component('x', 9000, { kind: 'other' }), '`x` (other)'],
    ['the title of its kind', component('x', 9000, { kind: 'model' }), '`x` (ML model)'],
  ])('is titled with %s', (_, own, title) => {
    const input = sample({ components: [own], tree: ['src/x/a.ts'], reports: [trace(['src/x/a.ts', 9, 10])] });
    expect(find(evaluateCoverage(input), 'coverage.component.x')?.title).toBe(title);
  });

  it.each([
    [['src/api/**'], '`src/api`'],
    [['src/*/deep/**', 'lib/**'], '`src`'],
    [['src/api/a?.ts'], '`src/api`'],
    [['src/{api,web}/**'], '`src`'],
    [['src/[ab]pi/x.ts'], '`src`'],
    [['src/api/a.ts'], '`src/api/a.ts`'],
    [['**/*.ts'], '`api`'],
  ])('with the paths %j is pointed to as %s', (paths, where) => {
    const tree = ['src/api/a.ts', 'src/api/deep/a.ts', 'src/apix.ts', 'src/api/ab.ts', 'src/bpi/x.ts'];
    const reports = [trace(...tree.map((path) => [path, 1, 10] as const))];
    const input = sample({ components: [component('api', 9000, { paths })], tree, reports });
    const next = find(evaluateCoverage(input), 'coverage.component.api')?.next ?? '';
    expect(next).toContain(` more lines in ${where}; least covered: `);
  });
});
