import { describe, expect, it } from 'vitest';
import { evaluateCoverage } from '../../../../src/core/gates/coverage/evaluate-coverage.ts';
import { wrapMarked } from '../../../../src/core/markers/marker.ts';
import { bundle, changed, component, find, reportOf, sample, trace } from './coverage-sample.ts';
import type { Sample } from './coverage-sample.ts';

const good = trace(['src/api/a.ts', 95, 100]);
const running = (startedAt: string) => [{ path: '.github/workflows/ci.yml', startedAt }];

const earlier = { unit: '.', schedule: { start: '2027-02-22', sprintDays: 14, timezone: 'UTC', holidays: [], profile: 'standard' } };

type Row = readonly [name: string, change: Sample, node: string, verdict: string, code: string];

const floors: readonly Row[] = [
  ['a component at its floor', { reports: [trace(['src/api/a.ts', 90, 100])] }, 'coverage.component.api', 'pass', 'coverage.reached'],
  ['a component one line below', { reports: [trace(['src/api/a.ts', 8_999, 10_000])] }, 'coverage.component.api', 'fail', 'coverage.below-floor'],
  // 33 of 3000 is 1.1 %: in floating point the comparison goes wrong.
  [
    'a floor that floating point misses',
    { components: [component('api', 110)], reports: [trace(['src/api/a.ts', 33, 3_000])] },
    'coverage.component.api',
    'pass',
    'coverage.reached',
  ],
  [
    'a total at 85.00 %',
    { components: [component('api', 8000)], reports: [trace(['src/api/a.ts', 85, 100])] },
    'coverage.total',
    'fail',
    'coverage.below-floor',
  ],
  [
    'a total just above 85 %',
    { components: [component('api', 8000)], reports: [trace(['src/api/a.ts', 8_501, 10_000])] },
    'coverage.total',
    'pass',
    'coverage.reached',
  ],
  [
    'a total at its floor that need not be above',
    { components: [component('api', 8000)], coverage: { total: { floor: 8500, strict: false, from: 's00' } }, reports: [trace(['src/api/a.ts', 85, 100])] },
    'coverage.total',
    'pass',
    'coverage.reached',
  ],
  [
    'a total before its block',
    { coverage: { total: { floor: 8500, strict: true, from: 's15' } }, reports: [trace(['src/api/a.ts', 90, 100])], policy: earlier },
    'coverage.total',
    'not-applicable',
    'coverage.not-yet',
  ],
  [
    'a total before its block, for work of a later milestone',
    {
      coverage: { total: { floor: 8500, strict: true, from: 's15' } },
      reports: [trace(['src/api/a.ts', 80, 100])],
      policy: earlier,
      pull: { milestone: { number: 4, title: 'Sprint 3', description: wrapMarked('.', 's03', 'x'), state: 'open', dueOn: null } },
    },
    'coverage.total',
    'fail',
    'coverage.below-floor',
  ],
  [
    'a component without a source file',
    { components: [component('api', 9000), component('model', 9500)], reports: [good] },
    'coverage.component.model',
    'not-applicable',
    'coverage.no-sources',
  ],
];

const missing: readonly Row[] = [
  ['no report', {}, 'coverage', 'cannot-evaluate', 'coverage.no-report'],
  ['no report, for its component', {}, 'coverage.component.api', 'cannot-evaluate', 'coverage.no-report'],
  ['an empty report', { reports: [good, reportOf('shard.info', 'TN:\n')] }, 'coverage.component.api', 'cannot-evaluate', 'coverage.report-empty'],
  ['a file of no bytes beside a good report', { reports: [good, reportOf('x', '')] }, 'coverage.component.api', 'cannot-evaluate', 'coverage.report-empty'],
  [
    'a report that cannot be read',
    { reports: [good, reportOf('b.xml', '<coverage line-rate="1"><packages>')] },
    'coverage.component.api',
    'cannot-evaluate',
    'coverage.report-reject',
  ],
  [
    'a file named like coverage that is none',
    { reports: [good, reportOf('coverage.xml', 'invalid')] },
    'coverage.component.api',
    'cannot-evaluate',
    'coverage.report-reject',
  ],
  [
    'a file of another kind beside a good report',
    { reports: [good, reportOf('junit.xml', '<testsuite/>')] },
    'coverage.component.api',
    'pass',
    'coverage.reached',
  ],
  [
    'a report of other files only',
    { tree: ['src/api/a.ts', 'lib/b.ts'], reports: [trace(['lib/b.ts', 9, 9])] },
    'coverage.component.api',
    'cannot-evaluate',
    'coverage.not-reported',
  ],
  [
    'a refused upload',
    { evidence: { bundles: [bundle([good])], refused: [{ uploadName: 'sprintgate-web', runId: 10, reason: 'it has expired' }] } },
    'coverage.component.api',
    'cannot-evaluate',
    'coverage.refused',
  ],
  [
    'a refused upload that a newer one replaced',
    { evidence: { bundles: [bundle([good])], refused: [{ uploadName: 'sprintgate-coverage', runId: 9, reason: 'it has expired' }] } },
    'coverage.component.api',
    'pass',
    'coverage.reached',
  ],
  [
    'uploads that nobody may read',
    { components: [component('api', 9000, { uploads: ['api'] })], evidence: { refused: [{ uploadName: '*', runId: 0, reason: 'no permission' }] } },
    'coverage.component.api',
    'cannot-evaluate',
    'coverage.refused',
  ],
  [
    'self-reported evidence where a trusted workflow is demanded',
    {
      reports: [good],
      policy: { evidence: { workflows: [], uploads: 'sprintgate', trusted: 'acme/ci/.github/workflows/cov.yml@v1', sourceRoots: [], reports: [] } },
    },
    'coverage.component.api',
    'cannot-evaluate',
    'coverage.unverified',
  ],
  ['a tree that could not be listed', { tree: null, reports: [good] }, 'coverage', 'cannot-evaluate', 'coverage.tree-unknown'],
  ['no component', { components: [], reports: [good] }, 'coverage', 'cannot-evaluate', 'coverage.no-components'],
  ['paths that match nothing', { tree: ['lib/a.ts'], reports: [good] }, 'coverage', 'cannot-evaluate', 'coverage.paths-match-nothing'],
  ['a repository without source code', { tree: ['README.md'] }, 'coverage', 'not-applicable', 'coverage.no-sources'],
];

const waiting: readonly Row[] = [
  [
    'a running workflow',
    { reports: [good], evidence: { bundles: [bundle([good])], runningWorkflows: running('2027-03-01T11:30:00Z') } },
    'coverage',
    'pending',
    'coverage.awaited',
  ],
  [
    'a running workflow past its deadline',
    { evidence: { runningWorkflows: running('2027-03-01T10:59:00Z') } },
    'coverage.component.api',
    'cannot-evaluate',
    'coverage.overdue',
  ],
  [
    'an incomplete set',
    { components: [component('api', 9000, { uploads: ['coverage', 'shard-2'] })], reports: [good] },
    'coverage',
    'pending',
    'coverage.awaited',
  ],
  [
    'an incomplete set past its deadline',
    { components: [component('api', 9000, { uploads: ['coverage', 'shard-2'] })], coverage: { deadlineMinutes: 1 }, reports: [good] },
    'coverage.component.api',
    'cannot-evaluate',
    'coverage.overdue',
  ],
  [
    'a set that never began',
    { components: [component('api', 9000, { uploads: ['api'] })] },
    'coverage.component.api',
    'cannot-evaluate',
    'coverage.incomplete',
  ],
  [
    'a complete set beside another workflow',
    {
      components: [component('api', 9000, { uploads: ['coverage'] })],
      evidence: { bundles: [bundle([good])], runningWorkflows: [{ path: '.github/workflows/docs.yml', startedAt: '2027-03-01T11:59:00Z' }] },
    },
    'coverage.component.api',
    'pass',
    'coverage.reached',
  ],
  [
    'a complete set whose workflow runs again',
    {
      components: [component('api', 9000, { uploads: ['coverage'] })],
      evidence: { bundles: [bundle([good])], runningWorkflows: running('2027-03-01T11:59:00Z') },
    },
    'coverage.component.api',
    'pending',
    'coverage.awaited',
  ],
  [
    'a workflow that is not expected',
    {
      reports: [good],
      evidence: { bundles: [bundle([good])], runningWorkflows: [{ path: '.github/workflows/docs.yml', startedAt: '2027-03-01T11:59:00Z' }] },
      policy: { evidence: { workflows: ['ci.yml'], uploads: 'sprintgate', trusted: null, sourceRoots: [], reports: [] } },
    },
    'coverage',
    'pass',
    'coverage.holds',
  ],
];

const many = Array.from({ length: 40 }, (_, index) => index + 61);
const patches: readonly Row[] = [
  ['a change that is covered', { reports: [good], files: [changed('src/api/a.ts', [1, 2, 3])] }, 'coverage.patch.api', 'pass', 'coverage.patch-reached'],
  [
    'a change that touches no coverable line',
    { reports: [good], files: [changed('src/api/a.ts', [500])] },
    'coverage.patch.api',
    'not-applicable',
    'coverage.nothing-changed',
  ],
  // Of 20 lines at 90 % two may be missed, so a change of three lines may miss two and not three.
  [
    'a small change with two lines uncovered',
    { reports: [good], files: [changed('src/api/a.ts', [95, 96, 97])] },
    'coverage.patch.api',
    'pass',
    'coverage.patch-tolerated',
  ],
  [
    'a small change with three lines uncovered',
    { reports: [good], files: [changed('src/api/a.ts', [95, 96, 97, 98])] },
    'coverage.patch.api',
    'fail',
    'coverage.patch-below',
  ],
  [
    'a change of 40 lines with five uncovered',
    { reports: [good], files: [changed('src/api/a.ts', many)] },
    'coverage.patch.api',
    'fail',
    'coverage.patch-below',
  ],
  [
    'a removed file',
    { reports: [good], files: [changed('src/api/b.ts', [], { status: 'removed' })] },
    'coverage.patch.api',
    'not-applicable',
    'coverage.nothing-changed',
  ],
  [
    'a change too large for GitHub',
    { reports: [good], files: [changed('src/api/a.ts', null)] },
    'coverage.patch.api',
    'cannot-evaluate',
    'coverage.patch-unknown',
  ],
  [
    'a change with more files than GitHub lists',
    { reports: [good], files: [changed('src/api/a.ts', [1])], filesLeftOut: 12 },
    'coverage.patch.api',
    'cannot-evaluate',
    'coverage.files-left-out',
  ],
  [
    'a file that the base changed too',
    { reports: [good], files: [changed('src/api/a.ts', [1])], pull: { baseChanges: ['src/api/a.ts'] } },
    'coverage.patch.api',
    'cannot-evaluate',
    'coverage.patch-in-merge',
  ],
  [
    'a file that the base changed under its former name',
    {
      reports: [good],
      files: [changed('src/api/a.ts', [1], { status: 'renamed', previousPath: 'src/api/old.ts' })],
      pull: { baseChanges: ['src/api/old.ts'] },
    },
    'coverage.patch.api',
    'cannot-evaluate',
    'coverage.patch-in-merge',
  ],
  [
    'a base of which not all changes are known',
    { reports: [good], files: [changed('src/api/a.ts', [1])], pull: { baseChanges: null } },
    'coverage.patch.api',
    'cannot-evaluate',
    'coverage.patch-in-merge',
  ],
  [
    'a base that changed other files',
    { reports: [good], files: [changed('src/api/a.ts', [1])], pull: { baseChanges: ['src/api/b.ts'] } },
    'coverage.patch.api',
    'pass',
    'coverage.patch-reached',
  ],
  [
    'a report of sums only',
    { reports: [reportOf('s.info', 'SF:src/api/a.ts\nLF:100\nLH:99\nend_of_record')], files: [changed('src/api/a.ts', [1])] },
    'coverage.patch.api',
    'cannot-evaluate',
    'coverage.no-lines',
  ],
  [
    'a changed source that no report mentions',
    { tree: ['src/api/a.ts', 'src/api/new.ts'], reports: [good], files: [changed('src/api/new.ts', [1], { status: 'added' })] },
    'coverage.component.api',
    'cannot-evaluate',
    'coverage.changed-unreported',
  ],
  [
    'a changed test that no report mentions',
    { tree: ['src/api/a.ts', 'src/api/a.test.ts'], reports: [good], files: [changed('src/api/a.test.ts', [1])] },
    'coverage.component.api',
    'pass',
    'coverage.reached',
  ],
  [
    'a changed document',
    { tree: ['src/api/a.ts', 'src/api/README.md'], reports: [good], files: [changed('src/api/README.md', [1])] },
    'coverage',
    'pass',
    'coverage.holds',
  ],
];

const two = [component('api', 9000, { uploads: ['api'] }), component('model', 9500, { uploads: ['model'] })];
const twoFiles = ['src/api/a.ts', 'src/model/m.py'];
const modelAt = (covered: number) => bundle([trace(['src/model/m.py', covered, 100])], { uploadName: 'sprintgate-model' });
const uploads: readonly Row[] = [
  [
    'an upload that the component expects',
    { components: two, tree: twoFiles, evidence: { bundles: [bundle([good], { uploadName: 'sprintgate-api' }), modelAt(95)] } },
    'coverage',
    'pass',
    'coverage.holds',
  ],
  [
    'lines that another upload covers',
    {
      components: two,
      tree: twoFiles,
      evidence: {
        bundles: [
          bundle([good], { uploadName: 'sprintgate-api' }),
          modelAt(50),
          bundle([trace(['src/model/m.py', 100, 100])], { uploadName: 'sprintgate-extra' }),
        ],
      },
    },
    'coverage.component.model',
    'fail',
    'coverage.below-floor',
  ],
  [
    'a component that only another upload mentions',
    {
      components: two,
      tree: twoFiles,
      evidence: {
        bundles: [bundle([good, trace(['src/model/m.py', 100, 100])], { uploadName: 'sprintgate-api' }), bundle([good], { uploadName: 'sprintgate-model' })],
      },
    },
    'coverage.component.model',
    'cannot-evaluate',
    'coverage.not-reported',
  ],
];

const moved = changed('src/ml/m.py', [1], { status: 'renamed', previousPath: 'src/model/m.py' });
const outside: readonly Row[] = [
  [
    'a file that leaves its component',
    { components: [component('api', 9000), component('model', 9500)], tree: ['src/api/a.ts', 'src/ml/m.py'], reports: [good], files: [moved] },
    'coverage',
    'cannot-evaluate',
    'coverage.changed-outside',
  ],
  [
    'a file that leaves unchanged',
    { tree: ['src/api/a.ts', 'src/ml/m.py'], reports: [good], files: [{ ...moved, changedLines: [] }] },
    'coverage.outside',
    'cannot-evaluate',
    'coverage.changed-outside',
  ],
  [
    'a new source outside',
    { tree: ['src/api/a.ts', 'lib/b.ts'], reports: [good, trace(['lib/b.ts', 9, 9])], files: [changed('lib/b.ts', [1], { status: 'added' })] },
    'coverage.outside',
    'cannot-evaluate',
    'coverage.changed-outside',
  ],
  [
    'a source outside that the change leaves alone',
    { tree: ['src/api/a.ts', 'lib/b.ts'], reports: [good], files: [changed('src/api/a.ts', [1])] },
    'coverage',
    'pass',
    'coverage.holds',
  ],
  ['a source outside that is removed', { reports: [good], files: [changed('lib/b.ts', [], { status: 'removed' })] }, 'coverage', 'pass', 'coverage.holds'],
  [
    'a source that is excluded',
    {
      components: [component('api', 9000, { exclude: ['scripts/**'] })],
      tree: ['src/api/a.ts', 'scripts/b.ts'],
      reports: [good],
      files: [changed('scripts/b.ts', [1])],
    },
    'coverage',
    'pass',
    'coverage.holds',
  ],
  [
    'a test and a document outside',
    { tree: ['src/api/a.ts', 'tests/b.ts', 'docs/c.md'], reports: [good], files: [changed('tests/b.ts', [1]), changed('docs/c.md', [1])] },
    'coverage',
    'pass',
    'coverage.holds',
  ],
];

const inner = component('api', 9000);
const outer = component('app', 5000, { paths: ['src/**'] });
const nestedTree = ['src/api/a.ts', 'src/web/w.ts'];
const nestedReports = [trace(['src/api/a.ts', 60, 100], ['src/web/w.ts', 200, 200])];
const nested: readonly Row[] = [
  [
    'a file of the inner component, written first',
    { components: [inner, outer], tree: nestedTree, reports: nestedReports },
    'coverage.component.api',
    'fail',
    'coverage.below-floor',
  ],
  [
    'the files that the inner one leaves to the outer',
    { components: [inner, outer], tree: nestedTree, reports: nestedReports },
    'coverage.component.app',
    'pass',
    'coverage.reached',
  ],
  [
    'an inner component written after the one that takes all of its files',
    { components: [outer, inner], tree: nestedTree, reports: nestedReports },
    'coverage.component.api',
    'cannot-evaluate',
    'coverage.shadowed',
  ],
  [
    'such a component, for the whole gate',
    { components: [outer, inner], tree: nestedTree, reports: nestedReports },
    'coverage',
    'cannot-evaluate',
    'coverage.shadowed',
  ],
  [
    'a file that the inner component excludes',
    {
      components: [{ ...inner, exclude: ['src/api/gen/**'] }, outer],
      tree: ['src/api/a.ts', 'src/api/gen/g.ts'],
      reports: [trace(['src/api/a.ts', 95, 100], ['src/api/gen/g.ts', 1, 100])],
    },
    'coverage.component.app',
    'fail',
    'coverage.below-floor',
  ],
  [
    'a change of a file in two components, by the first of them alone',
    { components: [inner, outer], tree: nestedTree, reports: nestedReports, files: [changed('src/api/a.ts', many)] },
    'coverage.patch.app',
    'not-applicable',
    'coverage.nothing-changed',
  ],
];

const unreported: readonly Row[] = [
  [
    'sources without a report where none is limited',
    { tree: ['src/api/a.ts', 'src/api/b.ts'], reports: [good] },
    'coverage.unreported',
    'not-applicable',
    'coverage.unreported-unlimited',
  ],
  ['sources without a report, beside the whole gate', { tree: ['src/api/a.ts', 'src/api/b.ts'], reports: [good] }, 'coverage', 'pass', 'coverage.holds'],
  [
    'sources without a report, within the limit',
    { tree: ['src/api/a.ts', 'src/api/b.ts'], reports: [good], coverage: { unreportedLimit: 1 } },
    'coverage.unreported',
    'pass',
    'coverage.unreported-held',
  ],
  [
    'sources without a report, beyond it',
    { tree: ['src/api/a.ts', 'src/api/b.ts'], reports: [good], coverage: { unreportedLimit: 0 } },
    'coverage.unreported',
    'fail',
    'coverage.unreported-over',
  ],
];

describe.each([
  ['floors', floors],
  ['missing evidence', missing],
  ['waiting for machines', waiting],
  ['the change', patches],
  ['expected uploads', uploads],
  ['code outside the components', outside],
  ['components within components', nested],
  ['sources without a report', unreported],
] as const)('%s', (_, rows) => {
  it.each(rows)('%s', (...[, change, node, verdict, code]) => {
    const found = find(evaluateCoverage(sample(change)), node);
    expect(found).toMatchObject({ verdict, code });
    expect(found?.next !== null).toBe(['fail', 'cannot-evaluate', 'pending'].includes(verdict));
    expect((found?.deadline ?? '') > '2027-03-01T12:00:00').toBe(verdict === 'pending');
  });
});

describe('a file that is in no component or cannot be placed', () => {
  it('never raises the total', () => {
    const reports = [trace(['src/api/a.ts', 80, 100], ['elsewhere/x/y.ts', 1_000, 1_000])];
    expect(find(evaluateCoverage(sample({ reports, components: [component('api', 8000)] })), 'coverage.total')).toMatchObject({
      verdict: 'fail',
      reason: expect.stringContaining('80 %'),
    });
  });

  it('lowers the total', () => {
    const reports = [trace(['src/api/a.ts', 95, 100], ['elsewhere/x/y.ts', 0, 100])];
    expect(find(evaluateCoverage(sample({ reports })), 'coverage.total')).toMatchObject({ verdict: 'fail', reason: expect.stringContaining('47.50 %') });
  });

  it('is left out when it is a test or excluded on purpose', () => {
    const tree = ['src/api/a.ts', 'src/api/gen/b.ts', 'tests/e2e.ts'];
    const reports = [trace(['src/api/a.ts', 95, 100], ['src/api/gen/b.ts', 0, 100], ['tests/e2e.ts', 0, 100])];
    const components = [component('api', 9000, { exclude: ['src/api/gen/**'] })];
    expect(evaluateCoverage(sample({ tree, reports, components }))).toMatchObject({ verdict: 'pass' });
  });

  it('lowers, when it fits two files, the component that both are in', () => {
    const tree = ['src/api/a.ts', 'src/api/one/x.ts', 'src/api/two/x.ts'];
    const reports = [trace(['src/api/a.ts', 95, 100], ['x.ts', 0, 100])];
    expect(find(evaluateCoverage(sample({ tree, reports })), 'coverage.component.api')).toMatchObject({ verdict: 'fail' });
  });
});

describe('what it says', () => {
  const failing = { reports: [trace(['src/api/a.ts', 83, 100])], files: [changed('src/api/a.ts', many)] };

  it('names the figure rounded down, the floor, and how many lines are missing where', () => {
    const verdict = evaluateCoverage(sample({ reports: [trace(['src/api/a.ts', 8_999, 10_000])] }));
    expect(find(verdict, 'coverage.component.api')).toMatchObject({
      title: '`api` (API)',
      reason: '89.99 % (8999 of 10000 lines); at least 90 % is asked for.',
      next: 'Cover 1 more line in `src/api`; least covered: `src/api/a.ts` (1001).',
    });
  });

  it('names how many source files are in no report, and what limits them', () => {
    const change = { tree: ['src/api/a.ts', 'src/api/b.ts', 'src/api/c.ts'], reports: [good] };
    expect(find(evaluateCoverage(sample(change)), 'coverage.unreported')?.reason).toBe(
      '2 source files are in no report, e.g. `src/api/b.ts`; `coverage.unreportedLimit` holds that number.',
    );
    expect(find(evaluateCoverage(sample({ ...change, policy: { locale: 'es' } })), 'coverage.unreported')?.reason).toBe(
      '2 archivos fuente no están en ningún reporte, por ejemplo `src/api/b.ts`; `coverage.unreportedLimit` limita ese número.',
    );
  });

  it('names a reported path that fits two files, where a component misses it', () => {
    const change = {
      components: [component('api', 9000), component('web', 9000)],
      tree: ['src/api/u/index.ts', 'src/web/u/index.ts', 'src/web/b.ts'],
      reports: [trace(['u/index.ts', 9, 9], ['src/web/b.ts', 9, 9])],
    };
    const verdict = evaluateCoverage(sample(change));
    expect(find(verdict, 'coverage.component.api')).toMatchObject({
      code: 'coverage.not-reported',
      reason:
        'No report mentions the one source file of `api`. The path `u/index.ts` of a report fits `src/api/u/index.ts`, `src/web/u/index.ts` equally and is counted for none of them.',
    });
    expect(find(verdict, 'coverage.unreported')?.reason).toContain('The path `u/index.ts` of a report fits');
    const touching = evaluateCoverage(sample({ ...change, files: [changed('src/web/u/index.ts', [1])] }));
    expect(find(touching, 'coverage.component.web')).toMatchObject({
      code: 'coverage.changed-unreported',
      reason: expect.stringContaining('The path `u/index.ts`'),
      next: expect.stringContaining('`evidence.sourceRoots`'),
    });
  });

  it('says in both languages which component has to be written first', () => {
    const shadowed = { components: [outer, inner], tree: nestedTree, reports: nestedReports };
    expect(find(evaluateCoverage(sample(shadowed)), 'coverage.component.api')).toMatchObject({
      reason: 'All source files of `api` belong to `app`, written before it: a file is of the first component that fits.',
      next: 'Write `api` before `app` in `components`, or remove it.',
    });
    expect(find(evaluateCoverage(sample({ ...shadowed, policy: { locale: 'es' } })), 'coverage.component.api')?.next).toBe(
      'Escriba `api` antes de `app` en `components`, o quítelo.',
    );
  });

  it('names the uncovered lines of the change', () => {
    expect(find(evaluateCoverage(sample(failing)), 'coverage.patch.api')?.next).toBe('Cover 13 more lines of the change: `src/api/a.ts` 84-100.');
  });

  it('has the same verdicts in Spanish, in Spanish words', () => {
    const [english, spanish] = [evaluateCoverage(sample(failing)), evaluateCoverage(sample({ ...failing, policy: { locale: 'es' } }))];
    expect(spanish.code).toBe(english.code);
    expect(find(spanish, 'coverage.component.api')?.next).toBe('Cubra 7 líneas más en `src/api`; lo menos cubierto: `src/api/a.ts` (17).');
  });

  it.each([
    [{ code: 'expired', values: [] }, 'Se rechazó el artefacto `sprintgate-api`: ya venció.'],
    [{ code: 'other-repository', values: [] }, 'Se rechazó el artefacto `sprintgate-api`: pertenece a otro repositorio.'],
    [
      { code: 'archive-unreadable', values: ['Invalid data'] },
      'Se rechazó el artefacto `sprintgate-api`: su archivo comprimido no se puede leer (detalle: Invalid data).',
    ],
  ] as const)('says in Spanish why an upload was refused: %j', (cause, reason) => {
    const evidence = { refused: [{ uploadName: 'sprintgate-api', runId: 10, reason: 'in English', cause }] };
    expect(find(evaluateCoverage(sample({ evidence, policy: { locale: 'es' } })), 'coverage.component.api')?.reason).toBe(reason);
  });

  it('tells what to add to the workflow when there is no report', () => {
    expect(find(evaluateCoverage(sample()), 'coverage.component.api')?.next).toContain('`name: sprintgate-api`');
  });

  it('tells how not to wait for workflows that bring no evidence', () => {
    const verdict = evaluateCoverage(sample({ evidence: { bundles: [bundle([good])], runningWorkflows: running('2027-03-01T09:00:00Z') } }));
    expect(verdict).toMatchObject({ verdict: 'cannot-evaluate', code: 'coverage.overdue', next: expect.stringContaining('`evidence.workflows`') });
  });

  it('says in which units it counted', () => {
    const jacoco = reportOf(
      'j.xml',
      '<report name="r"><package name="src/api"><sourcefile name="a.ts"><counter type="INSTRUCTION" missed="1" covered="99"/></sourcefile></package><counter type="INSTRUCTION" missed="1" covered="99"/></report>',
    );
    expect(find(evaluateCoverage(sample({ reports: [jacoco] })), 'coverage.component.api')).toMatchObject({
      verdict: 'pass',
      reason: expect.stringContaining('99 of 100 instructions'),
    });
  });

  it('does not mix units within a component', () => {
    const jacoco = reportOf(
      'j.xml',
      '<report name="r"><package name="src/api"><sourcefile name="b.ts"><counter type="INSTRUCTION" missed="1" covered="99"/></sourcefile></package><counter type="INSTRUCTION" missed="1" covered="99"/></report>',
    );
    expect(find(evaluateCoverage(sample({ tree: ['src/api/a.ts', 'src/api/b.ts'], reports: [good, jacoco] })), 'coverage.component.api')).toMatchObject({
      code: 'coverage.mixed-metrics',
    });
  });
});
