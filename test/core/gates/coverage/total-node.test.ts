import { describe, expect, it } from 'vitest';
import { evaluateCoverage } from '../../../../src/core/gates/coverage/evaluate-coverage.ts';
import type { Policy } from '../../../../src/core/policy/policy.ts';
import { whole } from '../whole-node.ts';
import { bundle, component, find, reportOf, sample, trace, type Sample } from './coverage-sample.ts';

const total = (floor: number, strict: boolean, from = 's00') => ({ total: { floor, strict, from } });
const api = (covered: number, of: number): Sample => ({ reports: [trace(['src/api/a.ts', covered, of])], components: [component('api', 1000)] });
const two = { components: [component('api', 1000), component('web', 1000)], tree: ['src/api/a.ts', 'src/web/w.ts'] };
const jacoco = (covered: number, of: number) =>
  reportOf(
    'jacoco.xml',
    `<report name="r"><package name="src/web"><sourcefile name="w.ts"><counter type="INSTRUCTION" missed="${of - covered}" covered="${covered}"/></sourcefile></package></report>`,
  );
const early = { schedule: { start: '2027-02-22', sprintDays: 14, timezone: 'UTC', holidays: [], profile: 'standard' } } as unknown as Partial<Policy>;

const rows: readonly (readonly [name: string, change: Sample, said: object])[] = [
  [
    'one line above a floor that it has to exceed',
    { ...api(86, 100), coverage: total(8500, true) },
    { verdict: 'pass', code: 'coverage.reached', reason: '86 % (86 of 100 lines); above 85 % is asked for.', brief: 'total 86 %' },
  ],
  [
    'at a floor that it has to exceed',
    { ...api(85, 100), coverage: total(8500, true) },
    {
      verdict: 'fail',
      code: 'coverage.below-floor',
      reason: '85 % (85 of 100 lines); above 85 % is asked for, and just reaching it is not enough.',
      next: 'Cover 1 more line in `api`.',
      brief: 'total 85 % (above 85 % is asked for)',
    },
  ],
  [
    'far below a floor that it has to exceed',
    { ...api(40, 100), coverage: total(8500, true) },
    {
      verdict: 'fail',
      code: 'coverage.below-floor',
      reason: '40 % (40 of 100 lines); above 85 % is asked for.',
      next: 'Cover 46 more lines in `api`.',
      brief: 'total 40 % (above 85 % is asked for)',
    },
  ],
  [
    'at a floor that it has to reach',
    { ...api(85, 100), coverage: total(8500, false) },
    { verdict: 'pass', code: 'coverage.reached', reason: '85 % (85 of 100 lines); at least 85 % is asked for.', brief: 'total 85 %' },
  ],
  [
    'below a floor that it has to reach',
    { ...two, reports: [trace(['src/api/a.ts', 80, 100], ['src/web/w.ts', 70, 100])], coverage: total(8500, false) },
    {
      verdict: 'fail',
      code: 'coverage.below-floor',
      reason: '75 % (150 of 200 lines); at least 85 % is asked for.',
      next: 'Cover 20 more lines in `api`, `web`.',
      brief: 'total 75 % (85 % is asked for)',
    },
  ],
  [
    'above 100 %, which nothing can be',
    { ...api(100, 100), coverage: total(10_000, true) },
    {
      verdict: 'fail',
      code: 'coverage.below-floor',
      reason: '100 % (100 of 100 lines); above 100 % is asked for, and just reaching it is not enough.',
      next: 'The floor cannot be reached: correct `coverage` in the configuration.',
      brief: 'total 100 % (above 100 % is asked for)',
    },
  ],
  [
    'of components that are counted in two units',
    { ...two, reports: [trace(['src/api/a.ts', 80, 100]), jacoco(70, 100)], coverage: total(8500, false) },
    {
      verdict: 'fail',
      code: 'coverage.below-floor',
      reason: '75 % (150 of 200 mixed units: lines + instructions); at least 85 % is asked for.',
      next: 'Cover 20 more lines + instructions in `api`, `web`.',
      brief: 'total 75 % (85 % is asked for)',
    },
  ],
  [
    'before the block from which it binds',
    { ...api(10, 100), policy: early, coverage: total(8500, true, 's15') },
    { verdict: 'not-applicable', code: 'coverage.not-yet', reason: 'Binds from Go-live on.' },
  ],
  [
    'before a block that has no title',
    { ...api(10, 100), policy: early, coverage: total(8500, true, 's01') },
    { verdict: 'not-applicable', code: 'coverage.not-yet', reason: 'Binds from s01 on.' },
  ],
  [
    'in the block from which it binds',
    { ...api(90, 100), policy: early, coverage: total(8500, true, 's00') },
    { verdict: 'pass', code: 'coverage.reached', reason: '90 % (90 of 100 lines); above 85 % is asked for.', brief: 'total 90 %' },
  ],
  [
    'from a block that the playbook does not know: it binds at once',
    { ...api(10, 20), policy: early, coverage: total(8500, true, 'typo') },
    {
      verdict: 'fail',
      code: 'coverage.below-floor',
      reason: '50 % (10 of 20 lines); above 85 % is asked for.',
      next: 'Cover 8 more lines in `api`.',
      brief: 'total 50 % (above 85 % is asked for)',
    },
  ],
  [
    'without the evidence of two of three components',
    { components: [...two.components, component('lib', 1000)], tree: [...two.tree, 'src/lib/l.ts'], reports: [trace(['src/api/a.ts', 80, 100])] },
    {
      verdict: 'cannot-evaluate',
      code: 'coverage.total-incomplete',
      reason: 'The total needs the evidence of all components; that of `web`, `lib` is missing.',
      next: 'Settle those components first.',
    },
  ],
  [
    'while the evidence of a component is on its way',
    { components: [component('api', 1000, { uploads: ['api'] })], evidence: { bundles: [bundle([trace(['src/api/a.ts', 80, 100])])] } },
    {
      verdict: 'pending',
      code: 'coverage.awaited',
      reason: 'Still to come: `api`.',
      next: 'Nothing to do: the workflows are waited for until 2027-03-01T12:55:00.000Z.',
      deadline: '2027-03-01T12:55:00.000Z',
    },
  ],
];

describe('the total', () => {
  it.each(rows)('%s', (_, change, said) => {
    const id = 'coverage.total';
    expect(whole(find(evaluateCoverage(sample(change)), id))).toEqual({ id, title: 'Total coverage', next: null, children: [], ...said });
  });

  it('says in Spanish that just reaching its floor is not enough', () => {
    const input = sample({ ...api(85, 100), coverage: total(8500, true), policy: { locale: 'es' } });
    expect(whole(find(evaluateCoverage(input), 'coverage.total'))).toMatchObject({
      title: 'Cobertura total',
      reason: '85 % (85 de 100 líneas); se pide más de 85 %, y llegar justo no basta.',
      next: 'Cubra 1 línea más en `api`.',
      brief: 'total 85 % (se pide más de 85 %)',
    });
  });
});
