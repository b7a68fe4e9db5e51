import { describe, expect, it } from 'vitest';
import { evaluateRule } from '../../../src/core/rules/evaluate-rule.ts';
import type { CoverageFigure } from '../../../src/core/rules/rule-context.ts';
import { ruleSchema } from '../../../src/core/rules/rule.ts';
import { decision, world, type WorldInput } from './rule-world.ts';
import { toldOf, type Told } from './told.ts';

function measured(covered: number, changes: Partial<Extract<CoverageFigure, { state: 'measured' }>> = {}): CoverageFigure {
  return { state: 'measured', name: 'shop-api', covered, total: 100, floor: 9000, strict: false, ...changes };
}
const unknown: CoverageFigure = {
  state: 'unknown',
  name: 'pay-api',
  verdict: 'pending',
  code: 'coverage.awaited',
  reason: 'Waits for `ci.yml`',
  next: 'Nothing to do.',
  deadline: '2027-01-28T18:50:00Z',
};

/** A coverage rule over figures as the coverage gate would hand them to it. */
function judged(coverage: object, figures: readonly CoverageFigure[], changes: WorldInput = {}) {
  return evaluateRule(ruleSchema.parse({ coverage }), { ...world(changes).context, path: ['c'], coverage: () => figures });
}

type Row = readonly [name: string, coverage: object, figures: readonly CoverageFigure[], told: Told];

const api = { of: 'api' };
const rows: readonly Row[] = [
  ['passes at its floor', api, [measured(90)], { is: 'pass coverage.pass', why: '90 % (90/100); at least 90 % is needed', next: null }],
  [
    'fails one line below it',
    api,
    [measured(89)],
    { is: 'fail coverage.below-floor', why: '89 % (89/100); at least 90 % is needed', next: 'Cover 1 more line of shop-api with tests.' },
  ],
  [
    'fails at a floor that it must be above',
    { of: 'total' },
    [measured(85, { name: 'Total', floor: 8500, strict: true })],
    { is: 'fail coverage.below-floor', why: '85 % (85/100); it must be above 85 %', next: 'Cover 1 more line with tests.' },
  ],
  [
    'goes by the rule’s own floor',
    { of: 'api', floor: 9500 },
    [measured(92)],
    { is: 'fail coverage.below-floor', why: '92 % (92/100); at least 95 % is needed', next: 'Cover 3 more lines of shop-api with tests.' },
  ],
  [
    'tells a floor that nothing can reach',
    { of: 'total', floor: 10_000 },
    [measured(100, { name: 'Total', strict: true })],
    {
      is: 'fail coverage.below-floor',
      why: '100 % (100/100); it must be above 100 %',
      next: 'This floor cannot be reached: mend it in `coverage` of `.github/sprintgate.yml`.',
    },
  ],
  [
    'says what a reader must know of a figure, as one sentence more',
    api,
    [measured(95, { note: 'Carried from v1.2 of main.' })],
    { is: 'pass coverage.pass', why: '95 % (95/100); at least 90 % is needed. Carried from v1.2 of main', next: null },
  ],
  [
    'cannot be judged with nothing to cover',
    api,
    [measured(0, { total: 0 })],
    {
      is: 'cannot-evaluate coverage.nothing-to-cover',
      why: 'Coverage: shop-api: no report was found',
      next: 'Let a workflow of this commit upload the report (shop-api) and run it again.',
    },
  ],
  [
    'waits as its figure does',
    api,
    [unknown],
    { is: 'pending coverage.awaited', why: 'Waits for `ci.yml`', next: 'Nothing to do.', until: '2027-01-28T18:50:00Z' },
  ],
  [
    'of several components is as bad as the worst, which is named',
    api,
    [measured(95), measured(50, { name: 'pay-api' }), unknown],
    {
      is: 'fail coverage.below-floor',
      why: 'Coverage: pay-api: 50 % (50/100); at least 90 % is needed',
      next: 'Cover 40 more lines of pay-api with tests.',
      parts: ['coverage.shop-api pass', 'coverage.pay-api fail', 'coverage.pay-api pending'],
    },
  ],
  [
    'of several components waits for the one that does',
    api,
    [measured(95), unknown],
    {
      is: 'pending coverage.awaited',
      why: 'Coverage: pay-api: Waits for `ci.yml`',
      next: 'Nothing to do.',
      until: '2027-01-28T18:50:00Z',
      parts: ['coverage.shop-api pass', 'coverage.pay-api pending'],
    },
  ],
  [
    'of the total is missing without a figure',
    { of: 'total' },
    [],
    {
      is: 'cannot-evaluate coverage.no-total',
      why: 'Coverage: total: no report was found',
      next: 'Let a workflow of this commit upload the report (total) and run it again.',
    },
  ],
  [
    'of a kind that is not there does not apply',
    { of: 'model' },
    [],
    { is: 'not-applicable scope.kind', why: 'No component of the kind “Model” has source code', next: null },
  ],
  [
    'of a kind without a title goes by its id',
    { of: 'batch' },
    [],
    { is: 'not-applicable scope.kind', why: 'No component of the kind “batch” has source code', next: null },
  ],
  [
    'cannot be held against a floor that nobody set',
    { of: 'api', floor: { parameter: 'sla.latency' } },
    [measured(95)],
    {
      is: 'cannot-evaluate parameter.unset',
      why: 'The team has not set “Latency” yet',
      next: 'Agree on the figure and add it to `.github/sprintgate.yml`: `parameters: { sla.latency: … }`',
    },
  ],
];

describe('coverage as a criterion asks for it', () => {
  it.each(rows)('%s', (...row) => {
    const [, coverage, figures, told] = row;
    expect(toldOf(judged(coverage, figures))).toEqual(told);
  });

  it('is named by what it is of', () => {
    expect(judged({ of: 'total' }, [measured(99, { name: 'Total of all' })])).toMatchObject({ id: 'coverage.total', title: 'Coverage: total' });
    expect(judged(api, [measured(99)])).toMatchObject({ id: 'coverage.api', title: 'Coverage: API' });
    expect(judged(api, [measured(99), unknown])).toMatchObject({ id: 'coverage.api', title: 'Coverage: API', children: [{ title: 'Coverage: shop-api' }, {}] });
    expect(judged(api, [], { locale: 'es' }).title).toBe('Cobertura: API');
  });

  it('may be waived for one component, never so for the total', () => {
    const decisions = [decision('waive', 'c', { until: '2027-03-01T06:00:00Z', reason: 'late', scope: { kind: 'component', component: 'shop-api' } })];
    expect(toldOf(judged(api, [measured(50)], { snapshot: { decisions } })).is).toBe('pass criterion.waived');
    expect(toldOf(judged(api, [measured(50), measured(1, { name: 'pay-api' })], { snapshot: { decisions } })).is).toBe('fail coverage.below-floor');
    expect(toldOf(judged({ of: 'total' }, [measured(50)], { snapshot: { decisions } })).is).toBe('fail coverage.below-floor');
  });

  it('is told in Spanish', () => {
    expect(toldOf(judged(api, [measured(88)], { locale: 'es' }))).toEqual({
      is: 'fail coverage.below-floor',
      why: '88 % (88/100); se pide al menos 90 %',
      next: 'Cubra con pruebas 2 líneas más de shop-api.',
    });
  });
});
