import { describe, expect, it } from 'vitest';
import { bundle, findings, metrics, tests, type WorldInput } from './rule-world.ts';
import { judge, tell, type Told } from './told.ts';

const unit = { tests: { type: 'unit' } };
const ofApis = { tests: { type: 'unit', kind: 'api' } };
const running = [{ path: '.github/workflows/ci.yml', startedAt: '2027-01-28T17:50:00Z' }];
const waits = { next: 'Nothing to do; without a report by 2027-01-28T18:50:00.000Z this becomes “cannot be evaluated”.', until: '2027-01-28T18:50:00.000Z' };
const api = { component: 'shop-api' };
const good = tests('unit', { tests: 3, passed: 3 });

function runs(changes: WorldInput): WorldInput {
  const evidence = { bundles: [bundle(changes.reports ?? [])], refused: [], runningWorkflows: running };
  return { ...changes, snapshot: { ...changes.snapshot, evidence } };
}

type Row = readonly [name: string, rule: unknown, changes: WorldInput, told: Told];

const rows: readonly Row[] = [
  [
    'pass with as many as are wanted',
    { tests: { type: 'unit', least: 3 } },
    { reports: [good] },
    { is: 'pass tests.pass', why: '3 ran, none failed (at least 3 wanted)', next: null },
  ],
  [
    'do not count those that were skipped',
    unit,
    { reports: [tests('unit', { tests: 5, passed: 3, skipped: 2 })] },
    { is: 'pass tests.pass', why: '3 ran, none failed (at least 1 wanted)', next: null },
  ],
  [
    'add up over several reports',
    unit,
    { reports: [good, good, metrics({ x: 1 }), findings('code', {})] },
    { is: 'pass tests.pass', why: '6 ran, none failed (at least 1 wanted)', next: null },
  ],
  [
    'fail by failures and errors alike',
    unit,
    { reports: [good, tests('unit', { tests: 5, passed: 2, failed: 1, errors: 1, skipped: 1 }, { file: 'b.xml' })] },
    { is: 'fail tests.failed', why: '2 of 4 failed (`b.xml`)', next: 'Mend the failing tests: unit tests.' },
  ],
  [
    'fail by what is known, though more is awaited',
    unit,
    runs({ reports: [tests('unit', { tests: 2, failed: 1 })] }),
    { is: 'fail tests.failed', why: '1 of 2 failed (`unit.xml`)', next: 'Mend the failing tests: unit tests.' },
  ],
  [
    'do not fail by counts of a report that cannot be read',
    unit,
    { reports: [tests('unit', { tests: 2, failed: 1 }, { outcome: 'reject' })] },
    {
      is: 'cannot-evaluate report.reject',
      why: 'unit tests: the report `unit.xml` cannot be read',
      next: 'Mend the step that writes `unit.xml` and run the workflow again.',
    },
  ],
  [
    'are too few one below what is wanted',
    { tests: { type: 'unit', least: 5 } },
    { reports: [tests('unit', { tests: 6, passed: 3, skipped: 3 })] },
    { is: 'fail tests.too-few', why: '3 ran; at least 5 must', next: 'Add 2 or more: unit tests.' },
  ],
  [
    'prove nothing where all were skipped',
    { tests: { type: 'unit', least: 2 } },
    { reports: [tests('unit', { tests: 2, skipped: 2 }), tests('unit', { tests: 1, skipped: 1 })] },
    { is: 'cannot-evaluate tests.none-ran', why: 'unit tests: the report shows that none ran (3 skipped)', next: 'Add 2 or more: unit tests.' },
  ],
  [
    'are missing without a report',
    unit,
    { reports: [tests('load', { tests: 3, passed: 3 })] },
    {
      is: 'cannot-evaluate tests.missing',
      why: 'unit tests: no report was found',
      next: 'Let a workflow of this commit upload the report (`test-type: unit`) and run it again.',
    },
  ],
  [
    'are missing, and it is told what could not be read',
    unit,
    {
      snapshot: {
        unavailable: [
          { what: 'members', why: '403' },
          { what: 'evidence', why: 'GitHub answers 502' },
        ],
      },
    },
    {
      is: 'cannot-evaluate tests.missing',
      why: 'unit tests: no report was found. evidence could not be read: GitHub answers 502',
      next: 'Let a workflow of this commit upload the report (`test-type: unit`) and run it again.',
    },
  ],
  [
    'of a component are asked for by its name',
    ofApis,
    { reports: [tests('unit', { tests: 3, passed: 3 }, { component: 'shop-web' })] },
    {
      is: 'cannot-evaluate tests.missing',
      why: 'unit tests of shop-api: no report was found',
      next: 'Let a workflow of this commit upload the report (`test-type: unit`, `component: shop-api`) and run it again.',
    },
  ],
  [
    'wait while a workflow may bring them',
    unit,
    runs({}),
    { is: 'pending evidence.awaited', why: 'unit tests: the workflow that should report it is still running', ...waits },
  ],
  [
    'wait though some are here',
    unit,
    runs({ reports: [good] }),
    { is: 'pending evidence.awaited', why: 'unit tests: `.github/workflows/ci.yml` is still running, and may bring more or replace what is here', ...waits },
  ],
  [
    'pass beside failures of another type',
    unit,
    { reports: [good, tests('load', { tests: 4, failed: 1 })] },
    { is: 'pass tests.pass', why: '3 ran, none failed (at least 1 wanted)', next: null },
  ],
  [
    'of a kind that is not there do not apply',
    { tests: { type: 'unit', kind: 'model' } },
    { reports: [good] },
    { is: 'not-applicable scope.kind', why: 'The configuration has no component of the kind Model', next: null },
  ],
  [
    'of a kind without a title are told by its id',
    { tests: { type: 'unit', kind: 'batch' } },
    {},
    { is: 'not-applicable scope.kind', why: 'The configuration has no component of the kind batch', next: null },
  ],
];

describe('tests of a type', () => {
  it.each(rows)('%s', (...row) => {
    const [, rule, changes, told] = row;
    expect(tell(rule, changes)).toEqual(told);
  });

  it('are judged for each component by itself, and the worst is told', () => {
    const one = { kind: 'api', paths: [], exclude: [], floor: 9000, uploads: [] };
    const components = [
      { ...one, id: 'shop-api' },
      { ...one, id: 'pay-api' },
    ];
    const ok = tests('unit', { tests: 3, passed: 3 }, api);
    const both = (...reports: Parameters<typeof bundle>[0]) => tell(ofApis, { policy: { components }, reports });
    expect(both(ok)).toEqual({
      is: 'cannot-evaluate tests.missing',
      why: 'unit tests of pay-api: no report was found',
      next: 'Let a workflow of this commit upload the report (`test-type: unit`, `component: pay-api`) and run it again.',
      parts: ['tests.unit.shop-api pass', 'tests.unit.pay-api cannot-evaluate'],
    });
    expect(both(ok, tests('unit', { tests: 1, failed: 1 }, { component: 'pay-api' })).why).toBe('unit tests of pay-api: 1 of 1 failed (`unit.xml`)');
    expect(tell(ofApis, runs({ policy: { components } })).until).toBe('2027-01-28T18:50:00.000Z');
    expect(judge(ofApis, { policy: { components } })).toMatchObject({ id: 'tests.unit.api', title: 'unit tests of API' });
  });

  it('are named by type, kind and component, in both languages', () => {
    expect(judge(unit)).toMatchObject({ id: 'tests.unit', title: 'unit tests' });
    expect(judge(unit, { locale: 'es' }).title).toBe('Pruebas unit');
    expect(judge(ofApis)).toMatchObject({ id: 'tests.unit.shop-api', title: 'unit tests of shop-api' });
    expect(judge({ tests: { type: 'unit', kind: 'model' } })).toMatchObject({ id: 'tests.unit.model', title: 'unit tests of Model' });
    for (const outcome of ['reject', 'empty'] as const) expect(judge(unit, { reports: [tests('unit', {}, { outcome })] }).id).toBe('tests.unit');
    expect(judge(unit, runs({ reports: [good] }))).toMatchObject({ id: 'tests.unit', title: 'unit tests' });
  });

  it('are told in Spanish', () => {
    const es = (changes: WorldInput) => tell(unit, { ...changes, locale: 'es' });
    expect(es({ reports: [good] }).why).toBe('Se ejecutaron 3 y ninguna falló (se pide al menos 1)');
    expect(es({ reports: [tests('unit', { tests: 1, skipped: 1 })] })).toEqual({
      is: 'cannot-evaluate tests.none-ran',
      why: 'Pruebas unit: el reporte muestra que no se ejecutó ninguna (1 omitida)',
      next: 'Agregue 1 o más: Pruebas unit.',
    });
    expect(es({})).toEqual({
      is: 'cannot-evaluate tests.missing',
      why: 'Pruebas unit: no se encontró ningún reporte',
      next: 'Haga que un workflow de este commit suba el reporte (`test-type: unit`) y ejecútelo de nuevo.',
    });
  });
});
