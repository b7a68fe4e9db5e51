import { describe, expect, test } from 'vitest';
import { checkpointState } from '../../../../src/core/gates/checkpoint/checkpoint-state.ts';
import type { Decision } from '../../../../src/core/people/decision.ts';
import { decision, policyOf, team, user } from '../../people/people-fixtures.ts';

const policy = policyOf();
const now = '2027-02-01T12:00:00Z';
const review = 'architecture-review';
const approve = (more: Parameters<typeof decision>[2] = {}): Decision => decision('approve', review, more);
const reserved = (more: Parameters<typeof decision>[2] = {}): Decision => decision('approve-with-conditions', review, { conditions: ['add the ADR'], ...more });
const revoke = (target: Decision): Decision => decision('revoke', target.id, { as: review });
const one = approve();
const expiring = approve({ until: '2027-02-01T06:00:00Z' });
const rejected = decision('reject', review);
const baseline = (more: Parameters<typeof decision>[2] = {}): Decision =>
  decision('baseline', 's00', { as: 'security-team', via: [team('security')], ...more });

describe('one signature is enough', () => {
  test.each([
    ['nothing', [], 'unsigned', false],
    ['an approval', [one], 'approved', true],
    ['the same approval twice', [one, one], 'approved', true],
    ['an approval with conditions', [reserved()], 'conditions', true],
    ['conditions, then a plain approval of the same person', [reserved(), approve()], 'approved', true],
    ['conditions, then a plain approval of another', [reserved(), approve({ login: 'bea' })], 'conditions', true],
    ['an approval that ran out', [expiring], 'expired', false],
    ['a revoked approval', [one, revoke(one)], 'revoked', false],
    ['a revoked approval and a new one', [one, revoke(one), approve()], 'approved', true],
    ['a rejection', [rejected], 'rejected', false],
    ['an approval, then a rejection', [approve({ at: '2027-01-01T00:00:00Z' }), rejected], 'rejected', false],
    ['a rejection, then an approval', [rejected, approve({ at: '2027-01-25T00:00:00Z' })], 'approved', true],
    ['a revoked rejection after an approval', [approve({ at: '2027-01-01T00:00:00Z' }), rejected, revoke(rejected)], 'approved', true],
    ['a baseline of its block', [baseline()], 'baseline', true],
    ['a baseline by one who proved nothing', [baseline({ via: [] })], 'unsigned', false],
    ['a baseline of another block', [decision('baseline', 's01')], 'unsigned', false],
    ['a baseline, then a rejection', [baseline({ at: '2027-01-01T00:00:00Z' }), rejected], 'rejected', false],
    ['an approval of another checkpoint', [decision('approve', 'sre-review')], 'unsigned', false],
    ['an approval in another unit', [approve({ unit: 'billing' })], 'unsigned', false],
    ['an attestation of that name', [decision('attest', review)], 'unsigned', false],
    ['an approval by names that the rule does not know', [approve({ via: [team('sre')] })], 'partial', false],
    ['an approval under escalation', [approve({ as: 'escalation', via: [user('boss')] })], 'approved', true],
  ] as [string, Decision[], string, boolean][])('%s', (_name, ...[decisions, state, signed]) => {
    expect(checkpointState(policy, decisions, { id: review, now })).toMatchObject({ state, signed });
  });
});

describe('several signatures', () => {
  const sre = (login: string): Decision => decision('approve', 'sre-review', { login, via: [team('sre')] });
  test.each([
    ['one of two', 'sre-review', [sre('eli')], 'partial'],
    ['one person twice', 'sre-review', [sre('eli'), sre('eli')], 'partial'],
    ['two people', 'sre-review', [sre('eli'), sre('fay')], 'approved'],
    ['one part of all', 'security-review', [decision('approve', 'security-review', { via: [team('security')] })], 'partial'],
    [
      'all parts',
      'security-review',
      [decision('approve', 'security-review', { via: [team('security')] }), decision('approve', 'security-review', { login: 'ciso', via: [user('ciso')] })],
      'approved',
    ],
    [
      'parts under different authorities do not add up',
      'sre-review',
      [sre('eli'), decision('approve', 'sre-review', { login: 'fay', as: 'security-team', via: [team('sre')] })],
      'partial',
    ],
  ] as [string, string, Decision[], string][])('%s', (_name, ...[checkpoint, decisions, state]) => {
    expect(checkpointState(policy, decisions, { id: checkpoint, now }).state).toBe(state);
  });

  test('what sufficed when it was signed still does after the config asks for more', () => {
    const signed = { ...sre('eli'), proof: { ...sre('eli').proof, rule: { teams: ['acme/sre'], count: 1 } } };
    expect(checkpointState(policy, [signed], { id: 'sre-review', now }).state).toBe('approved');
  });
});

test('shows the earliest end of the conditions, and all of them', () => {
  const state = checkpointState(
    policy,
    [reserved({ until: '2027-04-01T00:00:00Z' }), reserved({ login: 'bea', conditions: ['two'], until: '2027-03-01T00:00:00Z' })],
    { id: review, now },
  );
  expect(state).toMatchObject({ conditions: [{ text: 'add the ADR' }, { text: 'two' }], until: '2027-03-01T00:00:00Z' });
});
