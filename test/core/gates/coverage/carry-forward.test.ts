import { describe, expect, it } from 'vitest';
import type { EvidenceBundle, EvidenceState } from '../../../../src/core/evidence/bundle/bundle.ts';
import { renderCoverageTable } from '../../../../src/core/gates/coverage/coverage-table.ts';
import { evaluateCoverage } from '../../../../src/core/gates/coverage/evaluate-coverage.ts';
import { readCoverage } from '../../../../src/core/gates/coverage/read-coverage.ts';
import type { GateInput } from '../../../../src/core/gates/gate-input.ts';
import type { CarryLimits } from '../../../../src/core/policy/policy.ts';
import { evaluateCoverageRule } from '../../../../src/core/rules/evaluate-coverage-rule.ts';
import type { RuleContext } from '../../../../src/core/rules/rule-context.ts';
import type { ChangedFile, EarlierCommit } from '../../../../src/core/snapshot/facts.ts';
import { bundle, changed, component, find, now, reportOf, sample, trace, type Sample } from './coverage-sample.ts';

const week: CarryLimits = { days: 7, commits: 20 };
const abc = 'abc1234'.padEnd(40, '0');
const older = 'def5678'.padEnd(40, '0');
const twoDaysAgo = '2027-02-27T10:00:00Z';

const web = (covered: number, change: Partial<EvidenceBundle> = {}) => ({
  ...bundle([trace(['src/web/w.ts', covered, 100])], { uploadName: 'sprintgate-web' }),
  completedAt: twoDaysAgo,
  ...change,
});
const api = { ...bundle([trace(['src/api/a.ts', 95, 100])], { uploadName: 'sprintgate-api' }), completedAt: '2027-03-01T09:00:00Z' };
const commit = (change: Partial<EarlierCommit> = {}): EarlierCommit => ({
  sha: abc,
  committedAt: twoDaysAgo,
  commits: 3,
  changed: ['src/api/a.ts'],
  ...change,
});
const state = (...bundles: EvidenceBundle[]): EvidenceState => ({ bundles, runningWorkflows: [], refused: [] });

interface World {
  readonly limits?: CarryLimits | null;
  readonly uploads?: readonly string[];
  readonly earlier?: readonly EarlierCommit[] | null | undefined;
  readonly kept?: Readonly<Record<string, EvidenceState>>;
  readonly head?: Partial<EvidenceState>;
  readonly files?: readonly ChangedFile[];
  readonly change?: Sample;
}

/** A change of `api` on a commit that has evidence of `api` alone, and a history with some of `web`. */
function world({ limits = week, uploads = ['web'], earlier = [commit()], kept = { [abc]: state(web(90)) }, head, files, change }: World = {}): GateInput {
  const carry = limits ? { carryForward: limits } : {};
  const input = sample({
    components: [component('api', 9000, { uploads: ['api'], ...carry }), component('web', 8000, { uploads, ...carry })],
    tree: ['src/api/a.ts', 'src/web/w.ts', 'README.md'],
    evidence: { bundles: [api], ...head },
    files: files ?? [changed('src/api/a.ts', [1])],
    ...change,
    pull: { base: { sha: 'c'.repeat(40), ref: 'main' }, ...(earlier === undefined ? {} : { earlier }), ...change?.pull },
  });
  return { ...input, snapshot: { ...input.snapshot, earlier: Object.entries(kept).map(([sha, evidence]) => ({ sha, evidence })) } };
}

const noHistory = (): World => {
  const { earlier: _, ...rest } = { earlier: undefined };
  return rest;
};

const verdictOf = (input: GateInput, node = 'coverage.component.web') => find(evaluateCoverage(input), node);

type Row = readonly [name: string, world: World, verdict: string, reason: string];

const rows: readonly Row[] = [
  ['evidence of an earlier commit', {}, 'pass', 'Carried from `abc1234`, 3 commits and 2 days old.'],
  ['earlier evidence that is below the floor', { kept: { [abc]: state(web(70)) } }, 'fail', 'Carried from `abc1234`, 3 commits and 2 days old.'],
  ['no evidence where nothing may be carried', { limits: null }, 'cannot-evaluate', '`web` did not come'],
  ['a source that is exactly as old as allowed', { limits: { days: 3, commits: 3 } }, 'pass', '2 days old'],
  ['a source of one commit too many', { limits: { days: 7, commits: 2 } }, 'cannot-evaluate', 'within 2 commits and 7 days no commit of the base'],
  [
    'a commit that is too old',
    { limits: { days: 2, commits: 20 }, earlier: [commit({ committedAt: '2027-02-20T10:00:00Z' })] },
    'cannot-evaluate',
    'within 20 commits and 2 days',
  ],
  [
    'a run that is too old, of a commit dated ahead',
    { limits: { days: 1, commits: 20 }, earlier: [commit({ committedAt: '2027-03-09T10:00:00Z' })] },
    'cannot-evaluate',
    'within 20 commits and 1 day no',
  ],
  ['a commit without a readable date', { earlier: [commit({ committedAt: '' })] }, 'cannot-evaluate', 'within 20 commits'],
  ['nothing to carry while uploads may still come', { earlier: [], head: { bundles: [{ ...api, completedAt: now }] } }, 'pending', 'Still to come: `web`.'],
  ['no history', { earlier: [] }, 'cannot-evaluate', 'no commit of the base has all of its uploads'],
  ['a history that GitHub does not give', { earlier: null }, 'cannot-evaluate', 'GitHub did not give the history of `main`'],
  ['a source without the component', { kept: { [abc]: state(api) } }, 'cannot-evaluate', 'no commit of the base has all of its uploads'],
  ['a source whose evidence is not at hand', { kept: {} }, 'cannot-evaluate', 'no commit of the base has all of its uploads'],
  ['a source with half of the uploads', { uploads: ['web', 'web-e2e'] }, 'cannot-evaluate', 'no commit of the base has all of its uploads'],
  ['a component that names no uploads', { uploads: [], head: { bundles: [] }, files: [] }, 'cannot-evaluate', '`components.web.uploads`'],
  [
    'a source with an empty report',
    { kept: { [abc]: state({ ...web(0), reports: [reportOf('lcov.info', 'TN:\n')] }) } },
    'cannot-evaluate',
    'from `abc1234`: `lcov.info` is empty',
  ],
  ['a change of the component', { files: [changed('src/web/w.ts', [1])] }, 'cannot-evaluate', 'the change touches `src/web/w.ts`'],
  ['a change of no code of the component', { files: [changed('src/web/style.css', [1])] }, 'cannot-evaluate', 'the change touches `src/web/style.css`'],
  [
    'a file of the component that is deleted',
    { files: [changed('src/web/x.ts', [], { status: 'removed' })] },
    'cannot-evaluate',
    'the change touches `src/web/x.ts`',
  ],
  [
    'a file that is moved out of the component',
    { files: [changed('src/api/x.ts', [], { status: 'renamed', previousPath: 'src/web/x.ts' })] },
    'cannot-evaluate',
    'the change touches `src/web/x.ts`',
  ],
  ['a test that may be of any component', { files: [changed('tests/w.test.ts', [1])] }, 'cannot-evaluate', 'the change touches `tests/w.test.ts`'],
  ['the configuration of a tool', { files: [changed('vitest.config.ts', [1])] }, 'cannot-evaluate', 'the change touches `vitest.config.ts`'],
  ['a test of another component', { files: [changed('src/api/a.test.ts', [1])] }, 'pass', 'Carried from'],
  ['a pull request whose files GitHub does not list', { change: { filesLeftOut: 1 } }, 'cannot-evaluate', 'does not list all files'],
  ['a component that changed since the source', { earlier: [commit({ changed: ['src/web/w.ts'] })] }, 'cannot-evaluate', '`src/web/w.ts` has changed since'],
  [
    'a file of it that was there at the source',
    { earlier: [commit({ changed: ['src/web/old.ts'] })] },
    'cannot-evaluate',
    '`src/web/old.ts` has changed since',
  ],
  ['a source since which nobody knows what changed', { earlier: [commit({ changed: null })] }, 'cannot-evaluate', 'GitHub did not say what has changed'],
  ['a refused upload of the head', { head: { refused: [{ uploadName: 'sprintgate-web', runId: 1, reason: 'broken' }] } }, 'cannot-evaluate', 'was refused'],
  ['uploads of the head that may not be read', { head: { refused: [{ uploadName: '*', runId: 0, reason: 'forbidden' }] } }, 'cannot-evaluate', 'was refused'],
  ['an empty upload of the head', { head: { bundles: [api, { ...web(0), reports: [reportOf('lcov.info', 'TN:\n')] }] } }, 'cannot-evaluate', 'is empty'],
  [
    'half of a set at the head',
    { uploads: ['web', 'web-e2e'], head: { bundles: [api, web(100, { completedAt: now })] } },
    'pending',
    'Still to come: `web-e2e`',
  ],
  [
    'a workflow of the head that runs',
    { head: { runningWorkflows: [{ path: '.github/workflows/web.yml', startedAt: '2027-03-01T11:50:00Z' }] } },
    'pending',
    'Still to come: `web`',
  ],
  [
    'a workflow of the head that does not end',
    { head: { runningWorkflows: [{ path: '.github/workflows/web.yml', startedAt: '2027-03-01T08:50:00Z' }] } },
    'cannot-evaluate',
    'the wait ended',
  ],
  ['a merge group of which nothing has begun', { head: { bundles: [], awaitedUntil: '2027-03-01T12:30:00Z' } }, 'pending', 'Still to come: `web`'],
  ['a merge group whose wait is over', { head: { bundles: [], awaitedUntil: '2027-03-01T11:30:00Z' } }, 'pass', 'Carried from'],
  ['evidence of its own, which counts alone', { head: { bundles: [api, { ...web(79), completedAt: now }] } }, 'fail', '79 %'],
  [
    'a verified origin that is demanded of the source, too',
    { change: { policy: { evidence: { workflows: [], uploads: 'sprintgate', trusted: 'acme/x.yml@main', sourceRoots: [], reports: [] } as never } } },
    'cannot-evaluate',
    'Verified evidence',
  ],
];

describe('a component without evidence of its own', () => {
  it.each(rows)('%s', (_, given, verdict, reason) => {
    const found = verdictOf(world(given));
    expect(found).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
  });

  it('says where only the app could carry forward', () => {
    const input = world(noHistory());
    const { earlier: _, ...pull } = input.pull;
    expect(verdictOf({ ...input, pull })).toMatchObject({ verdict: 'cannot-evaluate', reason: expect.stringContaining('only the app keeps earlier evidence') });
  });

  it('takes the newest commit that has all of it', () => {
    const earlier = [commit({ sha: 'e'.repeat(40), commits: 0 }), commit({ commits: 1 }), commit({ sha: older, commits: 2 })];
    const kept = { [abc]: state(web(81)), [older]: state(web(100)) };
    expect(verdictOf(world({ earlier, kept }))?.reason).toBe(
      '81 % (81 of 100 lines); at least 80 % is asked for. Carried from `abc1234`, 1 commit and 2 days old.',
    );
  });

  it('says it in Spanish', () => {
    const spanish = { change: { policy: { locale: 'es' as const } } };
    expect(verdictOf(world(spanish))?.reason).toContain('Se toma de `abc1234`, de hace 3 commits y 2 días.');
    expect(verdictOf(world({ ...spanish, earlier: [] }))?.reason).toContain('en 20 commits y 7 días ningún commit de la base tiene todos sus artefactos');
  });

  it('keeps telling what to add to the workflow where nothing is carried', () => {
    expect(verdictOf(world({ earlier: [], head: { bundles: [] } }))?.next).toContain('`name: sprintgate-web`');
  });
});

describe('a component around another', () => {
  const around = (files: readonly ChangedFile[]) => {
    const input = world({ files, kept: { [abc]: state({ ...web(0), reports: [trace(['src/web/w.ts', 90, 100], ['src/api/a.ts', 0, 100])] }) } });
    const components = input.policy.components.map((each) => (each.id === 'web' ? { ...each, paths: ['src/**'], exclude: ['src/gen/**'] } : each));
    return verdictOf({ ...input, policy: { ...input.policy, components } });
  };

  it('is carried by its own files when the inner one changes', () => {
    expect(around([changed('src/api/a.ts', [1])])).toMatchObject({ verdict: 'pass', reason: expect.stringContaining('90 % (90 of 100 lines)') });
  });

  it('is not carried when a file changes that it excludes', () => {
    expect(around([changed('src/gen/g.ts', [1])])?.reason).toContain('the change touches `src/gen/g.ts`');
  });
});

describe('what is carried forward', () => {
  it('counts in the total, marked', () => {
    const verdict = evaluateCoverage(world());
    expect(verdict.verdict).toBe('pass');
    expect(find(verdict, 'coverage.total')?.reason).toBe(
      '92.50 % (185 of 200 lines); above 85 % is asked for. `web` is carried from `abc1234`, 3 commits and 2 days old.',
    );
  });

  it('keeps a total from passing that its own evidence would not reach', () => {
    expect(verdictOf(world({ kept: { [abc]: state(web(70)) } }), 'coverage.total')).toMatchObject({ verdict: 'fail' });
  });

  it('lowers the total by files that its reports name and nobody knows', () => {
    const strange = { ...web(90), reports: [trace(['src/web/w.ts', 90, 100], ['gone/x.ts', 0, 900])] };
    expect(verdictOf(world({ kept: { [abc]: state(strange) } }), 'coverage.total')).toMatchObject({ verdict: 'fail' });
  });

  it('stands in the table, in its row and in that of the total', () => {
    expect(renderCoverageTable(world())).toMatchInlineSnapshot(`
      "| Component | Floor | Covered | Coverage | Change | Verdict |
      | :- | -: | -: | -: | -: | :- |
      | api | ≥ 90 % | 95 / 100 lines | 95 % | 100 % (1 / 1) | ✅ Pass |
      | web | ≥ 80 % | 90 / 100 lines | 90 % (carried from \`abc1234\`, 3 commits and 2 days old) | – | ✅ Pass |
      | **Total** | > 85 % | 185 / 200 | 92.50 % (web: carried from \`abc1234\`, 3 commits and 2 days old) | – | ✅ Pass |"
    `);
  });

  it('is told to the rules of the readiness report', () => {
    const read = readCoverage(world());
    expect(read('web')).toMatchObject([{ state: 'measured', covered: 90, note: 'Carried from `abc1234`, 3 commits and 2 days old.' }]);
    expect(read('total')).toMatchObject([{ state: 'measured', note: '`web` is carried from `abc1234`, 3 commits and 2 days old.' }]);
  });

  it('is told in the criterion that the readiness report shows', () => {
    const input = world();
    const context = { policy: input.policy, coverage: readCoverage(input) } as unknown as RuleContext;
    expect(evaluateCoverageRule({ coverage: { of: 'web' } }, context)).toMatchObject({
      verdict: 'pass',
      reason: '90 % (90/100); at least 80 % is needed. Carried from `abc1234`, 3 commits and 2 days old',
    });
    expect(evaluateCoverageRule({ coverage: { of: 'total' } }, context).reason).toContain('`web` is carried from `abc1234`, 3 commits and 2 days old');
  });

  it('is the same at the base, of which no evidence is needed', () => {
    const mergeBase = 'b'.repeat(40);
    const threshold = { coverage: { total: { floor: 8500, strict: true, from: 's00' }, threshold: 0 }, pull: { mergeBase } };
    const input = world({ change: threshold });
    const policy = { ...input.policy, components: input.policy.components.map((each) => ({ ...each, threshold: 0 })) };
    const base = { sha: mergeBase, tree: input.snapshot.tree, evidence: state(bundle([trace(['src/api/a.ts', 94, 100])], { uploadName: 'sprintgate-api' })) };
    const verdict = evaluateCoverage({ ...input, policy, snapshot: { ...input.snapshot, bases: [base] } });
    expect(find(verdict, 'coverage.drop.component.web')).toMatchObject({ verdict: 'pass', code: 'coverage.drop-held' });
    expect(find(verdict, 'coverage.drop.total')).toMatchObject({ verdict: 'pass', reason: expect.stringContaining('(184 of 200 lines)') });
  });

  it('leaves a path of its reports unplaced that fitted another file at the source', () => {
    const reports = [trace(['w.ts', 100, 100], ['src/web/v.ts', 0, 10])];
    const input = world({ earlier: [commit({ changed: ['old/w.ts'] })], kept: { [abc]: state({ ...web(0), reports }) } });
    const tree = ['src/api/a.ts', 'src/web/w.ts', 'src/web/v.ts'];
    expect(verdictOf({ ...input, snapshot: { ...input.snapshot, tree } })?.reason).toContain('0 % (0 of 10 lines)');
  });
});
