import { describe, expect, it } from 'vitest';
import { describeRule } from '../../../src/core/backlog/describe-rule.ts';
import type { Evaluation } from '../../../src/core/gates/gate-result.ts';
import { nextExpiry } from '../../../src/core/plan/next-expiry.ts';
import { ruleEasier } from '../../../src/core/policy/rule-easier.ts';
import { evaluateRule } from '../../../src/core/rules/evaluate-rule.ts';
import { readWindow } from '../../../src/core/rules/read-window.ts';
import { ruleSchema } from '../../../src/core/rules/rule.ts';
import { metrics, world, type WorldInput } from './rule-world.ts';

const drift = (within: unknown) => ruleSchema.parse({ metric: { name: 'drift.prediction', is: '<=', than: 0.1, within } });

function judged(within: unknown, madeAt: string | undefined, changes: WorldInput = {}) {
  const report = metrics({ 'drift.prediction': 0.08 }, madeAt === undefined ? {} : { madeAt });
  return evaluateRule(drift(within), world({ reports: [report], ...changes }).context);
}

// The look is at 2027-01-28T18:00:00Z.
describe('a measurement and its window', () => {
  it.each([
    ['counts inside its window', '1_hour', '2027-01-28T17:30:00Z', 'pass metric.pass'],
    ['counts at the very end of its window', '1_hour', '2027-01-28T17:00:00Z', 'pass metric.pass'],
    ['is stale a second later', '1_hour', '2027-01-28T16:59:59Z', 'cannot-evaluate metric.stale'],
    ['may be a day old where the window is a day', '1_day', '2027-01-27T18:00:00Z', 'pass metric.pass'],
    ['may be a week old where the window is a week', '1_week', '2027-01-21T18:00:00Z', 'pass metric.pass'],
    ['is stale after a week and a minute', '1_week', '2027-01-21T17:59:00Z', 'cannot-evaluate metric.stale'],
    ['cannot prove its age without a time', '1_week', undefined, 'cannot-evaluate metric.no-time'],
    ['cannot prove its age with words', '1_week', 'yesterday', 'cannot-evaluate metric.no-time'],
    ['cannot prove its age with a day that does not exist', '1_week', '2027-13-45', 'cannot-evaluate metric.no-time'],
    ['is not believed when it is still to come', '1_week', '2027-01-28T19:00:00Z', 'cannot-evaluate metric.future'],
    ['may come from a clock that is a few minutes ahead', '1_hour', '2027-01-28T18:05:00Z', 'pass metric.pass'],
    ['is read in UTC where it names no zone', '1_hour', '2027-01-28 17:30:00.123', 'pass metric.pass'],
    ['is read in the zone that it names', '1_hour', '2027-01-28T11:30:00-06:00', 'pass metric.pass'],
  ])('%s', (_name, within, madeAt, expected) => {
    const { verdict, code } = judged(within, madeAt);
    expect(`${verdict} ${code}`).toBe(expected);
  });

  it('fails by its figure only while it is fresh', () => {
    const off = metrics({ 'drift.prediction': 0.2 }, { madeAt: '2027-01-28T17:30:00Z' });
    expect(judged('1h', undefined, { reports: [off] }).code).toBe('metric.off');
    expect(judged('1h', undefined, { reports: [{ ...off, madeAt: '2027-01-20' }] }).code).toBe('metric.stale');
  });

  it('must be fresh in each report that gives it', () => {
    const [fresh, old] = ['2027-01-28T17:30:00Z', '2027-01-01T00:00:00Z'].map((madeAt) => metrics({ 'drift.prediction': 0.01 }, { madeAt }));
    expect(judged('1h', undefined, { reports: [fresh, old].filter((report) => report !== undefined) }).code).toBe('metric.stale');
  });

  it.each([
    ['takes its window from a parameter', '2h', 'pass metric.pass'],
    ['cannot be judged while the parameter is unset', null, 'cannot-evaluate parameter.unset'],
    ['cannot be judged by a parameter that is no span of time', 'weekly', 'cannot-evaluate parameter.no-window'],
    ['cannot be judged by a parameter that is a bare number', 7, 'cannot-evaluate parameter.no-window'],
  ])('%s', (_name, value, expected) => {
    const { verdict, code } = judged({ parameter: 'word' }, '2027-01-28T17:00:00Z', { policy: { parameters: { word: value } } });
    expect(`${verdict} ${code}`).toBe(expected);
  });

  it('turns by itself when it grows too old', () => {
    const { snapshot, pull } = world({});
    const verdict = { ...judged('1_hour', '2027-01-28T17:30:00Z'), gate: 'quality' };
    const gate = { gate: 'quality', checkName: 'sprintgate/quality', enforcement: 'block', verdict: 'pass', pulls: [{ pull, verdict }] } as const;
    const evaluation: Evaluation = { headSha: snapshot.headSha, policy: null, outside: [], gates: [gate] };
    expect(nextExpiry(snapshot, evaluation)).toBe('2027-01-28T18:30:00.001Z');
  });

  it('says in both languages when it was measured and how old it may be', () => {
    const madeAt = '2027-01-28T15:00:00Z';
    expect(judged('1_hour', madeAt).reason).toBe('drift.prediction in `metrics.json` was measured at 2027-01-28T15:00:00Z; it may be at most 1 hour old');
    expect(judged('1_hour', madeAt, { locale: 'es' }).reason).toContain('puede tener como máximo 1 hora de antigüedad');
    const { policy } = world({});
    expect(describeRule(drift('1_hour'), policy)).toBe('metric `drift.prediction` &lt;= 0.1, measured at most 1 hour ago');
  });
});

describe('windows', () => {
  it.each([
    ['90m', 5_400_000],
    ['1_hour', 3_600_000],
    ['1_day', 86_400_000],
    ['2 weeks', 1_209_600_000],
    ['7d', 604_800_000],
    ['weekly', null],
    ['0h', null],
    ['1 month', null],
    ['-1h', null],
  ])('%s is %s milliseconds', (text, length) => expect(readWindow(text)).toBe(length));

  it.each([
    ['a longer one is easier', '1h', '1d', 1],
    ['a shorter one is not', '1d', '1h', 0],
    ['none at all is easier', '1d', undefined, 1],
    ['a first one is not', undefined, '1d', 0],
  ])('%s', (_name, old, now, found) => expect(ruleEasier(drift(old), drift(now))).toHaveLength(found));
});
