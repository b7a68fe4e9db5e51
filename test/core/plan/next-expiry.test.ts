import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../../src/core/gates/gate-result.ts';
import type { Decision } from '../../../src/core/people/decision.ts';
import type { GateVerdict, Verdict } from '../../../src/core/verdict/verdict.ts';
import { sprintTurns } from '../../../src/core/calendar/sprint-calendar.ts';
import { nextExpiry } from '../../../src/core/plan/next-expiry.ts';
import { decision, world } from '../rules/rule-world.ts';

const now = '2027-03-01T12:00:00Z';

function node(changes: Partial<Verdict>): Verdict {
  return { id: 'n', title: 'Node', verdict: 'pass', code: 'x', reason: 'because', next: null, children: [], ...changes };
}

function next(verdict: Verdict, decisions: readonly Decision[] = []): string | null {
  const { snapshot, pull } = world({});
  const root: GateVerdict = { ...verdict, gate: 'readiness' };
  const evaluation: Evaluation = {
    headSha: snapshot.headSha,
    policy: null,
    outside: [],
    gates: [{ gate: 'readiness', checkName: 'sprintgate/readiness', enforcement: 'block', verdict: 'pass', pulls: [{ pull, verdict: root }] }],
  };
  return nextExpiry({ ...snapshot, now, decisions }, evaluation);
}

const waivedUntil = (until: string) => node({ waivedBy: { decision: 'd', login: 'ana', reason: 'r', until } });

describe('the next time to look', () => {
  it.each([
    ['is none where nothing ends', node({}), [], null],
    ['is a deadline of the root', node({ deadline: '2027-03-01T13:00:00Z' }), [], '2027-03-01T13:00:00.000Z'],
    [
      'is the end of a waiver deep in the tree',
      node({ children: [node({ children: [waivedUntil('2027-03-31T00:00:00-06:00')] })] }),
      [],
      '2027-03-31T06:00:00.000Z',
    ],
    [
      'is the first of several, whatever their offsets',
      node({ children: [waivedUntil('2027-03-02T01:00:00+06:00'), waivedUntil('2027-03-01T20:00:00Z')] }),
      [],
      '2027-03-01T19:00:00.000Z',
    ],
    ['is none that has passed', node({ deadline: '2027-03-01T12:00:00Z', children: [waivedUntil('2027-02-01T00:00:00Z')] }), [], null],
    ['is the end of an attestation', node({}), [decision('attest', 'criterion', { until: '2027-04-01T06:00:00Z' })], '2027-04-01T06:00:00.000Z'],
    ['is not the end of another pull request’s override', node({}), [decision('override', 'pull/13', { until: '2027-03-02T06:00:00Z' })], null],
  ])('%s', (...[, verdict, decisions, expected]) => {
    expect(next(verdict, decisions)).toBe(expected);
  });
});

it('is the day on which a sign-off is too old to count', () => {
  const { snapshot, policy } = world({ policy: { voids: { 'plan-review': { on: 'age', days: 90 } } } });
  const signed = decision('approve', 'plan-review', { at: '2027-01-15T12:00:00Z' });
  const evaluation: Evaluation = { headSha: snapshot.headSha, policy, outside: [], gates: [] };
  expect(nextExpiry({ ...snapshot, now, decisions: [signed] }, evaluation)).toBe('2027-04-15T12:00:00.000Z');
  expect(nextExpiry({ ...snapshot, now, decisions: [{ ...signed, subject: 'make-review' }] }, evaluation)).toBeNull();
});

it('is the midnight at which the sprint ends, in the repository’s time zone, while a pull request is open', () => {
  const { snapshot, policy } = world({});
  const evaluation: Evaluation = { headSha: snapshot.headSha, policy, outside: [], gates: [] };
  const early = `${policy.schedule.start}T18:00:00Z`;
  const [turn] = sprintTurns(policy);
  expect(nextExpiry({ ...snapshot, now: early }, evaluation)).toBe(turn);
  expect(nextExpiry({ ...snapshot, now: early, pulls: [] }, evaluation)).toBeNull();
});
