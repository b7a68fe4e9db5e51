import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/core/evidence/report.ts';
import { metrics, world, type WorldInput } from './rule-world.ts';
import { judge, tell, type Told } from './told.ts';

type Is = '<' | '<=' | '>' | '>=' | '=';
const p95 = (is: Is = '<=', than: unknown = 200, within?: unknown) => ({ metric: { name: 'p95', is, than, ...(within === undefined ? {} : { within }) } });
const share = (name = 'decay') => ({ metric: { name, is: '<=', than: { parameter: 'share' } } });
const running = [{ path: '.github/workflows/ci.yml', startedAt: '2027-01-28T17:50:00Z' }];
const document = (values: Record<string, number>, changes: object = {}): Report => ({
  kind: 'document',
  file: 'oscal.json',
  format: 'oscal',
  outcome: 'ok',
  flags: [],
  totals: { values },
  ...changes,
});
const off: Told = { is: 'fail metric.off', why: 'p95 is 201; it must be <= 200', next: 'Bring p95 to <= 200 and let the workflow report it again.' };
const unset = {
  is: 'cannot-evaluate parameter.unset',
  why: 'The team has not set “Latency” yet',
  next: 'Agree on the figure and add it to `.github/sprintgate.yml`: `parameters: { sla.latency: … }`',
};
const mendPlaybook = 'Mend the playbook or the extension in `.github/sprintgate.yml`; `sprintgate validate` shows the place.';

describe('a metric and its limit', () => {
  it.each<readonly [Is, string]>([
    ['<', 'pass fail fail'],
    ['<=', 'pass pass fail'],
    ['=', 'fail pass fail'],
    ['>=', 'fail pass pass'],
    ['>', 'fail fail pass'],
  ])('that must be %s 200 comes out below, at and above it as %s', (is, expected) => {
    const outcomes = [199, 200, 201].map((value) => judge(p95(is), { reports: [metrics({ p95: value })] }).verdict);
    expect(outcomes.join(' ')).toBe(expected);
  });

  const rows: readonly (readonly [name: string, rule: unknown, changes: WorldInput, told: Told])[] = [
    ['passes', p95(), { reports: [metrics({ p95: 200 })] }, { is: 'pass metric.pass', why: 'p95 is 200; it must be <= 200', next: null }],
    ['fails', p95(), { reports: [metrics({ p95: 201 })] }, off],
    ['must hold in each report that gives it', p95(), { reports: [metrics({ p95: 1 }), metrics({ p95: 201 }), metrics({ other: 1 })] }, off],
    [
      'is not read from a report that failed',
      p95(),
      { reports: [metrics({ p95: 201 }, { outcome: 'reject' }), metrics({ p95: 1 })] },
      {
        is: 'cannot-evaluate report.reject',
        why: 'Metric p95: the report `metrics.json` cannot be read',
        next: 'Mend the step that writes `metrics.json` and run the workflow again.',
      },
    ],
    [
      'is missing where no report gives it',
      p95(),
      { reports: [metrics({ other: 1 })] },
      {
        is: 'cannot-evaluate metric.missing',
        why: 'Metric p95: no report was found',
        next: 'Let a workflow of this commit upload the report (`p95`) and run it again.',
      },
    ],
    [
      'is a yes or a no, too',
      p95('=', 1),
      { reports: [metrics({ p95: false })] },
      { is: 'fail metric.off', why: 'p95 is 0; it must be = 1', next: 'Bring p95 to = 1 and let the workflow report it again.' },
    ],
    [
      'is no text',
      p95(),
      { reports: [metrics({ p95: '201' as unknown as number })] },
      {
        is: 'cannot-evaluate metric.not-a-number',
        why: 'p95 in `metrics.json` is not a number',
        next: 'Mend the step that writes `metrics.json` and run the workflow again.',
      },
    ],
    [
      'is told in its unit',
      share(),
      { reports: [metrics({ decay: 0.06 }, { units: { decay: 'ratio' } })] },
      {
        is: 'fail metric.off',
        why: 'decay is 0.06 ratio; it must be <= 0.05 ratio',
        next: 'Bring decay to <= 0.05 ratio and let the workflow report it again.',
      },
    ],
    [
      'is told in its unit where it holds',
      share(),
      { reports: [metrics({ decay: 5 }, { units: { decay: 'percent' } })] },
      { is: 'pass metric.pass', why: 'decay is 5 percent; it must be <= 5 percent', next: null },
    ],
    [
      'needs a unit where the limit has one that is written in several ways',
      share(),
      { reports: [metrics({ decay: 4 })] },
      {
        is: 'cannot-evaluate metric.unit',
        why: 'decay in `metrics.json` has no known unit, and the limit is in percent',
        next: 'Write its unit under `evidence.reports` in `.github/sprintgate.yml`: `- { files: ["metrics.json"], metrics: { decay: { path: decay, unit: UNIT } } }`, with `ratio` (0 to 1), `percent` (0 to 100), `ms` or `s` for UNIT.',
      },
    ],
    [
      'is not compared with a limit in another unit',
      share(),
      { reports: [metrics({ decay: 4 }, { units: { decay: 'ms' } })] },
      {
        is: 'cannot-evaluate metric.unit',
        why: 'decay in `metrics.json` is in ms, which cannot be compared with percent',
        next: 'Write the unit of decay under `evidence.reports` in `.github/sprintgate.yml`.',
      },
    ],
    [
      'is held against a limit without a unit, whatever its own',
      p95('<=', { parameter: 'bugs.max' }),
      { reports: [metrics({ p95: 5 }, { units: { p95: 'ms' } })] },
      { is: 'pass metric.pass', why: 'p95 is 5 ms; it must be <= 5 ms', next: null },
    ],
    ['may come from a document', p95(), { reports: [document({ p95: 201 })] }, off],
    [
      'is not doubted for a document that gives others',
      p95(),
      { reports: [metrics({ p95: 1 }), document({}, { outcome: 'reject' })] },
      { is: 'pass metric.pass', why: 'p95 is 1; it must be <= 200', next: null },
    ],
    [
      'is doubted where such a document cannot be read',
      p95(),
      { reports: [document({ p95: 1 }), document({}, { file: 'b.json', outcome: 'reject' })] },
      {
        is: 'cannot-evaluate report.reject',
        why: 'Metric p95: the report `b.json` cannot be read',
        next: 'Mend the step that writes `b.json` and run the workflow again.',
      },
    ],
    [
      'waits while a workflow may bring it anew',
      p95(),
      { snapshot: { evidence: { bundles: [], refused: [], runningWorkflows: running } } },
      {
        is: 'pending evidence.awaited',
        why: 'Metric p95: the workflow that should report it is still running',
        next: 'Nothing to do; without a report by 2027-01-28T18:50:00.000Z this becomes “cannot be evaluated”.',
        until: '2027-01-28T18:50:00.000Z',
      },
    ],
    ['has a limit yet to be set', p95('<', { parameter: 'sla.latency' }), { reports: [metrics({ p95: 1 })] }, unset],
    [
      'has a limit that must be a number',
      p95('<', { parameter: 'word' }),
      { reports: [metrics({ p95: 1 })] },
      {
        is: 'cannot-evaluate parameter.not-a-number',
        why: '“word” is weekly, and a number is needed here',
        next: 'Agree on the figure and add it to `.github/sprintgate.yml`: `parameters: { word: … }`',
      },
    ],
    [
      'has a limit that the playbook must have',
      p95('<', { parameter: 'nobody' }),
      { reports: [metrics({ p95: 1 })] },
      { is: 'cannot-evaluate parameter.unknown', why: 'The playbook names a parameter that it does not have: nobody', next: mendPlaybook },
    ],
    [
      'has a limit that the configuration may add',
      p95('<=', { parameter: 'own' }),
      { reports: [metrics({ p95: 3 })], policy: { parameters: { own: 3 } } },
      { is: 'pass metric.pass', why: 'p95 is 3; it must be <= 3', next: null },
    ],
    [
      'has a limit of the playbook that the configuration left out',
      p95('<', { parameter: 'sla.latency' }),
      { reports: [metrics({ p95: 1 })], policy: { parameters: {} } },
      unset,
    ],
    [
      'has a limit that is no infinity',
      p95('<', { parameter: 'bugs.max' }),
      { reports: [metrics({ p95: 1 })], policy: { parameters: { 'bugs.max': Infinity } } },
      {
        is: 'cannot-evaluate parameter.not-a-number',
        why: '“bugs.max” is Infinity, and a number is needed here',
        next: 'Agree on the figure and add it to `.github/sprintgate.yml`: `parameters: { bugs.max: … }`',
      },
    ],
  ];
  it.each(rows)('%s', (...row) => {
    const [, rule, changes, told] = row;
    expect(tell(rule, changes)).toEqual(told);
  });

  it('is doubted for a document of which the configuration says that it gives it', () => {
    const mapping = { files: [], uploads: [], suites: [], type: null, component: null, scan: null };
    const named = (...names: string[]) => ({
      evidence: { ...world({}).policy.evidence, reports: [{ ...mapping, metrics: names.map((name) => ({ name, path: name, unit: null, direction: null })) }] },
    });
    const reports = [metrics({ p95: 1 }), document({}, { outcome: 'reject' })];
    expect(tell(p95(), { reports, policy: named('other', 'p95') }).is).toBe('cannot-evaluate report.reject');
    expect(tell(p95(), { reports, policy: named('other') }).is).toBe('pass metric.pass');
  });

  it('is named, however it comes out', () => {
    const named = { id: 'metric.p95', title: 'Metric p95' };
    for (const value of [1, 201, Number.NaN]) expect(judge(p95(), { reports: [metrics({ p95: value })] })).toMatchObject(named);
    expect(judge(p95())).toMatchObject(named);
    expect(judge(p95('<', 1, '1h'), { reports: [metrics({ p95: 1 })] })).toMatchObject(named);
    expect(tell(p95(), { locale: 'es', reports: [metrics({ p95: 201 })] })).toEqual({
      is: 'fail metric.off',
      why: 'p95 vale 201; debe ser <= 200',
      next: 'Lleve p95 a <= 200 y haga que el workflow lo reporte de nuevo.',
    });
  });
});
