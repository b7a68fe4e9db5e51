import { describe, expect, it } from 'vitest';
import type { EvidenceState } from '../../../../src/core/evidence/bundle/bundle.ts';
import type { Report } from '../../../../src/core/evidence/report.ts';
import { looksAtBase } from '../../../../src/core/gates/coverage/base-coverage.ts';
import { evaluateCoverage } from '../../../../src/core/gates/coverage/evaluate-coverage.ts';
import type { GateInput } from '../../../../src/core/gates/gate-input.ts';
import type { Policy } from '../../../../src/core/policy/policy.ts';
import { whole } from '../whole-node.ts';
import { bundle, component, find, reportOf, sample, trace, type Sample } from './coverage-sample.ts';

const mergeBase = 'b'.repeat(40);
const tree = ['src/api/a.ts', 'src/web/w.ts'];

interface Base {
  readonly reports?: readonly Report[];
  readonly tree?: readonly string[] | null;
  readonly evidence?: Partial<EvidenceState>;
  readonly mergeBase?: string | null | 'not read';
}

/** Two components and a total whose drops are limited, held against the commit where the branch left `main`. */
function against(base: Base, change: Sample & { readonly allowed?: number } = {}): GateInput {
  const { allowed = 100, coverage, ...rest } = change;
  const own = base.mergeBase === undefined ? mergeBase : base.mergeBase;
  const input = sample({
    components: [component('api', 100, { threshold: allowed }), component('web', 100)],
    tree,
    ...rest,
    coverage: { total: { floor: 100, strict: false, from: 's00' }, threshold: allowed, ...coverage },
    pull: { base: { sha: 'c'.repeat(40), ref: 'main' }, ...(own === 'not read' ? {} : { mergeBase: own }) },
  });
  const { reports = [] } = base;
  const evidence = { bundles: reports.length > 0 ? [bundle(reports)] : [], runningWorkflows: [], refused: [], ...base.evidence };
  return { ...input, snapshot: { ...input.snapshot, bases: [{ sha: mergeBase, tree: base.tree === undefined ? tree : base.tree, evidence }] } };
}

const lines = (api: number, web: number, of = 100) => [trace(['src/api/a.ts', api, of], ['src/web/w.ts', web, 100])];
const jacoco = (path: string, covered: number) =>
  reportOf(
    `${path}.xml`,
    `<report name="r"><package name="src/${path}"><sourcefile name="${path === 'api' ? 'a' : 'w'}.ts"><counter type="INSTRUCTION" missed="${100 - covered}" covered="${covered}"/></sourcefile></package></report>`,
  );
const runAtBase =
  'Have the workflow run on the base too: `on: { push: { branches: [main] } }`. Once it has run there, update this branch from its base («Update branch»).';

type Row = readonly [name: string, base: Base, change: Sample & { readonly allowed?: number }, said: object];

const ofComponent: readonly Row[] = [
  [
    'that rose',
    { reports: lines(80, 90) },
    { reports: lines(85, 90) },
    {
      verdict: 'pass',
      code: 'coverage.drop-held',
      reason: '85 % (85 of 100 lines); at the base 80 % (80 of 100 lines): +5 points; a drop of 1 is allowed.',
      brief: 'api against the base +5',
    },
  ],
  [
    'that stayed where no drop is allowed',
    { reports: lines(80, 90) },
    { reports: lines(80, 90), allowed: 0 },
    {
      verdict: 'pass',
      code: 'coverage.drop-held',
      reason: '80 % (80 of 100 lines); at the base 80 % (80 of 100 lines): ±0 points; no drop is allowed.',
      brief: 'api against the base ±0',
    },
  ],
  [
    'that fell by half a point more than is allowed',
    { reports: lines(160, 90, 200) },
    { reports: lines(157, 90, 200) },
    {
      verdict: 'fail',
      code: 'coverage.dropped',
      reason: '78.50 % (157 of 200 lines); at the base 80 % (160 of 200 lines): −1.50 points; a drop of 1 is allowed.',
      next: 'Cover 1 more line in `src/api`; least covered: `src/api/a.ts` (43).',
      brief: 'api against the base −1.50',
    },
  ],
  [
    'that fell in instructions',
    { reports: [jacoco('api', 80), jacoco('web', 80)] },
    { reports: [jacoco('api', 70), jacoco('web', 80)], allowed: 150 },
    {
      verdict: 'fail',
      code: 'coverage.dropped',
      reason: '70 % (70 of 100 instructions); at the base 80 % (80 of 100 instructions): −10 points; a drop of 1.50 is allowed.',
      next: 'Cover 9 more instructions in `src/api`; least covered: `src/api/a.ts` (30).',
      brief: 'api against the base −10',
    },
  ],
  [
    'that fell because covered code was removed',
    { reports: lines(80, 90) },
    { reports: lines(30, 90, 50) },
    {
      verdict: 'pass',
      code: 'coverage.drop-by-removal',
      reason:
        '60 % (30 of 50 lines); at the base 80 % (80 of 100 lines): −20 points; a drop of 1 is allowed. No more is uncovered than there (20, 20 there): the ratio is worse only because code was removed.',
      brief: 'api against the base −20',
    },
  ],
  [
    'whose removed code hides one more uncovered line',
    { reports: lines(80, 90) },
    { reports: lines(30, 90, 51) },
    {
      verdict: 'fail',
      code: 'coverage.dropped',
      reason: '58.82 % (30 of 51 lines); at the base 80 % (80 of 100 lines): −21.18 points; a drop of 1 is allowed.',
      next: 'Cover 1 more line in `src/api`; least covered: `src/api/a.ts` (21).',
      brief: 'api against the base −21.18',
    },
  ],
  [
    'in a language that only the reports of the head tell of',
    { tree: ['src/api/a.q', 'src/web/w.ts'] },
    { tree: ['src/api/a.q', 'src/web/w.ts'], reports: [trace(['src/api/a.q', 60, 100], ['src/web/w.ts', 9, 10])] },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.no-base-figure',
      reason: 'Of the base, commit `bbbbbbb`: No coverage report of this commit came.',
      next: runAtBase,
    },
  ],
  [
    'of which the base has another file, in a language that nobody tells of',
    { tree: ['src/api/Makefile', 'src/web/w.ts'], reports: lines(80, 90) },
    { reports: [trace(['src/api/a.ts', 60, 100], ['src/web/w.ts', 9, 10], ['Dockerfile', 1, 1])] },
    { verdict: 'not-applicable', code: 'coverage.base-absent', reason: 'The base has no source code here yet.' },
  ],
  [
    'that the base has no source of',
    { reports: lines(80, 90), tree: ['src/web/w.ts'] },
    { reports: lines(80, 90) },
    { verdict: 'not-applicable', code: 'coverage.base-absent', reason: 'The base has no source code here yet.' },
  ],
  [
    'of which the base has nothing to cover',
    { reports: [trace(['src/api/a.ts', 0, 0], ['src/web/w.ts', 9, 10])] },
    { reports: lines(80, 90) },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.no-base-figure',
      reason: 'Of the base, commit `bbbbbbb`: The reports find nothing in `api` that can be covered.',
      next: runAtBase,
    },
  ],
  [
    'without sources',
    { reports: lines(80, 90) },
    { reports: lines(80, 90), tree: ['src/web/w.ts'] },
    { verdict: 'not-applicable', code: 'coverage.no-sources', reason: 'There is no source code below the paths of `api` yet.' },
  ],
  [
    'without a report',
    { reports: lines(80, 90) },
    { reports: [trace(['src/web/w.ts', 9, 10])] },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.not-reported',
      reason: 'No report mentions the one source file of `api`.',
      next: 'Have `src/api/a.ts` measured; if the report uses other paths, write `evidence.sourceRoots`.',
    },
  ],
  [
    'without a report at the base',
    {},
    { reports: lines(80, 90) },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.no-base-figure',
      reason: 'Of the base, commit `bbbbbbb`: No coverage report of this commit came.',
      next: runAtBase,
    },
  ],
  [
    'whose base GitHub did not name',
    { mergeBase: null },
    { reports: lines(80, 90) },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.no-base',
      reason: 'GitHub did not say where this branch left `main`.',
      next: 'Evaluate again with `/sprintgate recheck`; if it stays, update the branch from its base.',
    },
  ],
  [
    'where nobody asked GitHub for the base',
    { mergeBase: 'not read' },
    { reports: lines(80, 90) },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.no-base',
      reason: 'The evidence of the base is not at hand here.',
      next: 'The app, the Action and `sprintgate gate --repo` read it from GitHub.',
    },
  ],
  [
    'that the base counts in another unit',
    { reports: [jacoco('api', 80), jacoco('web', 80)] },
    { reports: lines(80, 90) },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.base-unit',
      reason: 'The base was counted in another unit (lines, statements or instructions), which cannot be compared.',
      next: runAtBase,
    },
  ],
  [
    'whose base is still at work',
    { evidence: { runningWorkflows: [{ path: 'ci.yml', startedAt: '2027-03-01T11:59:00Z' }] } },
    { reports: lines(80, 90) },
    {
      verdict: 'pending',
      code: 'coverage.awaited',
      reason: 'Of the base, commit `bbbbbbb`: Workflows of this commit have not ended yet.',
      next: 'Nothing to do: the workflows are waited for until 2027-03-01T12:59:00.000Z.',
      deadline: '2027-03-01T12:59:00.000Z',
    },
  ],
];

const ofTotal: readonly Row[] = [
  [
    'that fell by exactly what is allowed',
    { reports: lines(80, 90) },
    { reports: lines(78, 90) },
    {
      verdict: 'pass',
      code: 'coverage.drop-held',
      reason: '84 % (168 of 200 lines); at the base 85 % (170 of 200 lines): −1 points; a drop of 1 is allowed.',
      brief: 'total against the base −1',
    },
  ],
  [
    'that fell by more',
    { reports: lines(80, 90) },
    { reports: lines(77, 90) },
    {
      verdict: 'fail',
      code: 'coverage.dropped',
      reason: '83.50 % (167 of 200 lines); at the base 85 % (170 of 200 lines): −1.50 points; a drop of 1 is allowed.',
      next: 'Cover 1 more line in `api`, `web`.',
      brief: 'total against the base −1.50',
    },
  ],
  [
    'in two units, in whichever order the reports come',
    { reports: [trace(['src/web/w.ts', 90, 100]), jacoco('api', 80)] },
    { reports: [jacoco('api', 70), trace(['src/web/w.ts', 90, 100])] },
    {
      verdict: 'fail',
      code: 'coverage.dropped',
      reason: '80 % (160 of 200 instructions + lines); at the base 85 % (170 of 200 instructions + lines): −5 points; a drop of 1 is allowed.',
      next: 'Cover 8 more instructions + lines in `api`, `web`.',
      brief: 'total against the base −5',
    },
  ],
  [
    'that the base counts in other units',
    { reports: [trace(['src/web/w.ts', 90, 100]), jacoco('api', 80)] },
    { reports: lines(80, 90) },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.base-unit',
      reason: 'The base was counted in another unit (lines, statements or instructions), which cannot be compared.',
      next: runAtBase,
    },
  ],
  [
    'of a base without sources',
    { tree: ['README.md'] },
    { reports: lines(80, 90) },
    { verdict: 'not-applicable', code: 'coverage.base-absent', reason: 'The base has no source code here yet.' },
  ],
  [
    'of a base that had one of the components',
    { tree: ['src/web/w.ts'], reports: [trace(['src/web/w.ts', 90, 100])] },
    { reports: lines(80, 90) },
    {
      verdict: 'fail',
      code: 'coverage.dropped',
      reason: '85 % (170 of 200 lines); at the base 90 % (90 of 100 lines): −5 points; a drop of 1 is allowed.',
      next: 'Cover 8 more lines in `api`, `web`.',
      brief: 'total against the base −5',
    },
  ],
  [
    'of a base that lacks a component’s evidence',
    { reports: [trace(['src/api/a.ts', 80, 100])] },
    { reports: lines(80, 90) },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.no-base-figure',
      reason: 'Of the base, commit `bbbbbbb`: The total needs the evidence of all components; that of `web` is missing.',
      next: runAtBase,
    },
  ],
  [
    'of a base that is not known',
    { mergeBase: null },
    { reports: lines(80, 90) },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.no-base',
      reason: 'GitHub did not say where this branch left `main`.',
      next: 'Evaluate again with `/sprintgate recheck`; if it stays, update the branch from its base.',
    },
  ],
  [
    'that lacks a component’s evidence',
    { reports: lines(80, 90) },
    { reports: [trace(['src/api/a.ts', 80, 100])] },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.total-incomplete',
      reason: 'The total needs the evidence of all components; that of `web` is missing.',
      next: 'Settle those components first.',
    },
  ],
];

describe.each([
  ['a component', ofComponent, 'coverage.drop.component.api', '`api` against the base'],
  ['a total', ofTotal, 'coverage.drop.total', 'Total against the base'],
] as const)('%s', (_, rows, id, title) => {
  it.each(rows)('%s', (...[, base, change, said]) => {
    expect(whole(find(evaluateCoverage(against(base, change)), id))).toEqual({ id, title, next: null, children: [], ...said });
  });
});

describe('the drops together', () => {
  it.each<[string, (number | undefined)[], number | undefined, string[] | undefined]>([
    ['only the total is limited', [undefined, undefined], 100, ['coverage.drop.total pass']],
    ['only components are', [100, undefined], undefined, ['coverage.drop.component.api pass']],
    ['no drop of the total is refused', [9_999, 10_000], 10_000, ['coverage.drop.component.api pass']],
    ['nothing is', [undefined, 10_000], undefined, undefined],
  ])('are judged where %s', (_name, ...[thresholds, total, children]) => {
    const components = ['api', 'web'].map((id, index) => {
      const threshold = thresholds[index];
      return component(id, 100, threshold === undefined ? {} : { threshold });
    });
    const input = against({ reports: lines(80, 90) }, { reports: lines(80, 90), components });
    const { threshold: _limited, ...coverage } = input.policy.coverage;
    const policy: Policy = { ...input.policy, coverage: total === undefined ? coverage : { ...coverage, threshold: total } };
    expect(find(evaluateCoverage({ ...input, policy }), 'coverage.drop')?.children.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(children);
  });

  it('read by what they have in common', () => {
    const node = find(evaluateCoverage(against({ mergeBase: null }, { reports: lines(80, 90) })), 'coverage.drop');
    expect(whole(node)).toEqual({
      id: 'coverage.drop',
      title: 'Coverage against the base',
      verdict: 'cannot-evaluate',
      code: 'coverage.no-base',
      reason: 'GitHub did not say where this branch left `main`.',
      next: 'Evaluate again with `/sprintgate recheck`; if it stays, update the branch from its base.',
      brief: 'GitHub did not say where this branch left `main`.',
      children: ['coverage.drop.component.api cannot-evaluate', 'coverage.drop.total cannot-evaluate'],
    });
  });

  it('of a snapshot that holds no base at all cannot be told', () => {
    const input = against({}, { reports: lines(80, 90) });
    const { bases: _none, ...snapshot } = input.snapshot;
    expect(find(evaluateCoverage({ ...input, snapshot }), 'coverage.drop.total')?.code).toBe('coverage.no-base');
  });

  it.each<[string, number | undefined, (number | undefined)[], boolean]>([
    ['the total', 0, [undefined, undefined], true],
    ['one of two components', undefined, [undefined, 10_000], true],
    ['nothing', undefined, [undefined, undefined], false],
  ])('need the base read where the policy limits %s', (_name, total, thresholds, expected) => {
    const components = thresholds.map((threshold, index) => component(`c${index}`, 100, threshold === undefined ? {} : { threshold }));
    const { coverage } = sample().policy;
    expect(looksAtBase({ components, coverage: total === undefined ? coverage : { ...coverage, threshold: total } })).toBe(expected);
  });
});
