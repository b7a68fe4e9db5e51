import { describe, expect, it } from 'vitest';
import { metrics, type WorldInput } from './rule-world.ts';
import { judge, tell, type Told } from './told.ts';

type Is = '<' | '<=' | '>' | '>=' | '=';
const p95 = (is: Is = '<=', than: unknown = 200, within?: unknown) => ({ metric: { name: 'p95', is, than, ...(within === undefined ? {} : { within }) } });
const off: Told = { is: 'fail metric.off', why: 'p95 is 201; it must be <= 200', next: 'Bring p95 to <= 200 and let the workflow report it again.' };
const unset = {
  is: 'cannot-evaluate parameter.unset',
  why: 'The team has not set “Latency” yet',
  next: 'Agree on the figure and add it to `.github/sprintgate.yml`: `parameters: { sla.latency: … }`',
};
const mendPlaybook = 'Mend the playbook or the extension in `.github/sprintgate.yml`; `sprintgate validate` shows the place.';

describe('a measurement that must be fresh', () => {
  const at = (madeAt: string | undefined, value = 1, within: unknown = '1h', changes: WorldInput = {}) =>
    tell(p95('<=', 200, within), { reports: [metrics({ p95: value }, madeAt === undefined ? {} : { madeAt })], ...changes });

  it.each<readonly [string, () => Told, Told]>([
    [
      'says when it was made and when it ends',
      () => at('2027-01-28T17:00:00Z'),
      {
        is: 'pass metric.pass',
        why: 'p95 is 1; it must be <= 200. Measured at 2027-01-28T17:00:00Z, at most 1 hour old',
        next: null,
        until: '2027-01-28T18:00:00.001Z',
      },
    ],
    ['has no end where it fails', () => at('2027-01-28T17:30:00Z', 201), off],
    [
      'may come from a clock that is ten minutes ahead',
      () => at('2027-01-28T18:10:00Z'),
      {
        is: 'pass metric.pass',
        why: 'p95 is 1; it must be <= 200. Measured at 2027-01-28T18:10:00Z, at most 1 hour old',
        next: null,
        until: '2027-01-28T19:10:00.001Z',
      },
    ],
    [
      'is not believed beyond that',
      () => at('2027-01-28T18:10:01Z'),
      {
        is: 'cannot-evaluate metric.future',
        why: '`metrics.json` says that p95 was measured at 2027-01-28T18:10:01Z, which is still to come',
        next: 'Let the step that writes `metrics.json` give the time in UTC: `"timestamp": "2027-01-28T18:00:00Z"`.',
      },
    ],
    [
      'must be measured again',
      () => at('2027-01-28T16:59:59Z'),
      {
        is: 'cannot-evaluate metric.stale',
        why: 'p95 in `metrics.json` was measured at 2027-01-28T16:59:59Z; it may be at most 1 hour old',
        next: 'Measure p95 again over the last 1 hour and let a workflow of this commit upload the report.',
      },
    ],
    [
      'must say a time',
      () => at(undefined),
      {
        is: 'cannot-evaluate metric.no-time',
        why: '`metrics.json` does not say when p95 was measured; it may be at most 1 hour old',
        next: 'Let the step that writes `metrics.json` add the time at its top level: `"timestamp": "2027-01-28T18:00:00Z"`.',
      },
    ],
    ['has a window yet to be set', () => at('2027-01-28T17:30:00Z', 1, { parameter: 'sla.latency' }), unset],
    [
      'has a window that the playbook must have',
      () => at('2027-01-28T17:30:00Z', 1, { parameter: 'nobody' }),
      { is: 'cannot-evaluate parameter.unknown', why: 'The playbook names a parameter that it does not have: nobody', next: mendPlaybook },
    ],
    [
      'has a window that must be a span of time',
      () => at('2027-01-28T17:30:00Z', 1, { parameter: 'word' }),
      {
        is: 'cannot-evaluate parameter.no-window',
        why: '“word” is weekly, which is no span of time',
        next: 'Write it in `.github/sprintgate.yml` as 90m, 2h, 1d or 1w: `parameters: { word: 1d }`',
      },
    ],
  ])('%s', (_name, told, expected) => expect(told()).toEqual(expected));
});

describe('a parameter that must be set', () => {
  const set = (id: string, value: string | number | null) => tell({ parameter: { set: id } }, { policy: { parameters: { [id]: value } } });
  it('holds by any value but none', () => {
    expect(set('sla.latency', 0)).toEqual({ is: 'pass parameter.set', why: '“Latency” is set: 0', next: null });
    expect(set('sla.latency', '')).toEqual(unset);
    expect(set('sla.latency', null)).toEqual(unset);
    expect(tell({ parameter: { set: 'nobody' } })).toEqual({
      is: 'cannot-evaluate parameter.unknown',
      why: 'The playbook names a parameter that it does not have: nobody',
      next: mendPlaybook,
    });
    expect(judge({ parameter: { set: 'bugs.max' } })).toMatchObject({ id: 'parameter.bugs.max', title: 'bugs.max', reason: '“bugs.max” is set: 5' });
  });
});
