import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/core/people/decision.ts';
import { registerEntries } from '../../../src/core/register/register-entries.ts';
import { decision, policyOf, team } from '../people/people-fixtures.ts';
import { registerFacts } from './register-fixtures.ts';

const policy = policyOf();
const attested = policy.playbook.criteria.find(({ rule }) => 'attestation' in rule && rule.attestation.authority === 'compliance')?.id ?? '';
const until = '2027-03-16T06:00:00Z';
const rule = { teams: ['acme/sre'], count: 2 };
const two = { authority: 'sre-review', rule, via: [team('sre')], checkedAt: '2027-01-20T12:00:00Z' };
const one = {
  authority: 'compliance',
  rule: { users: ['lawyer'], count: 1 },
  via: [{ kind: 'user' as const, name: 'lawyer' }],
  checkedAt: '2027-01-20T12:00:00Z',
};
const waiver = decision('waive', 'tests.api.load', { until, proof: one, at: '2027-02-01T00:00:00Z' });

function told(...decisions: Decision[]): string[] {
  return registerEntries(registerFacts({ decisions })).map(({ decision: each, section, over, counts }) => {
    const state = over ? over.how : counts ? 'stands' : 'waits';
    return `${section} ${each.subject}: ${state}`;
  });
}

describe('the entries of the register', () => {
  test.each([
    ['a waiver', [waiver], ['waivers tests.api.load: stands']],
    ['an attestation', [decision('attest', attested, { until, proof: one })], [`attestations ${attested}: stands`]],
    ['an override', [decision('override', 'pull/12', { until: '2027-03-02T00:00:00Z', proof: one })], ['overrides pull/12: stands']],
    ['a hold', [decision('hold', 'pull/12')], ['overrides pull/12: stands']],
    ['a hold of a pull request that is closed', [decision('hold', 'pull/13')], ['overrides pull/13: closed']],
    ['a hold that was let go', [decision('hold', 'pull/12'), decision('unhold', 'pull/12')], ['overrides pull/12: released']],
    ['a hold after another was let go', [decision('unhold', 'pull/12'), decision('hold', 'pull/12')], ['overrides pull/12: stands']],
    ['an approval with conditions', [decision('approve-with-conditions', 'ux-review', { conditions: ['a'], proof: one })], ['conditions ux-review: stands']],
    [
      'conditions that a plain approval settled',
      [decision('approve-with-conditions', 'ux-review', { conditions: ['a'] }), decision('approve', 'ux-review')],
      ['conditions ux-review: replaced'],
    ],
    [
      'conditions of somebody else’s plain approval',
      [decision('approve-with-conditions', 'ux-review', { conditions: ['a'], proof: one }), decision('approve', 'ux-review', { login: 'bea' })],
      ['conditions ux-review: stands'],
    ],
    [
      'an approval that was rejected',
      [decision('approve-with-conditions', 'ux-review', { conditions: ['a'] }), decision('reject', 'ux-review', { login: 'bea' })],
      ['conditions ux-review: replaced'],
    ],
    ['a baseline', [decision('baseline', 's00', { proof: one })], ['baselines s00: stands']],
    ['a plain approval is no exception', [decision('approve', 'ux-review')], []],
    ['an approval that ends', [decision('approve', 'ux-review', { until, proof: one })], ['approvals ux-review: stands']],
    ['one that was revoked', [waiver, decision('revoke', waiver.id)], ['waivers tests.api.load: revoked']],
    ['one that expired', [{ ...waiver, until: '2027-03-01T06:00:00Z' }], ['waivers tests.api.load: expired']],
    [
      'one that was renewed',
      [waiver, { ...waiver, id: 'd-later', at: '2027-02-20T00:00:00Z' }],
      ['waivers tests.api.load: stands', 'waivers tests.api.load: replaced'],
    ],
    [
      'one for another component',
      [
        { ...waiver, scope: { kind: 'component' as const, component: 'api' } },
        { ...waiver, id: 'd-other', scope: { kind: 'component' as const, component: 'web' }, at: '2027-02-20T00:00:00Z' },
      ],
      ['waivers tests.api.load: stands', 'waivers tests.api.load: stands'],
    ],
    ['one that needs another signature', [{ ...waiver, proof: two }], ['waivers tests.api.load: waits']],
    [
      'an attestation whose rule asks again earlier',
      [decision('attest', attested, { until: '2029-01-01T00:00:00Z', at: '2026-01-01T00:00:00Z', proof: one })],
      [`attestations ${attested}: expired`],
    ],
    ['one of another repository', [{ ...waiver, repository: 1 }], []],
    ['one of another unit', [{ ...waiver, unit: 'packages/a' }], []],
  ])('%s', (_name, decisions, expected) => {
    expect(told(...decisions)).toEqual(expected);
  });

  test('what ends first comes first, what never ends last, what is over after all of them', () => {
    const later = { ...waiver, id: 'd-1', subject: 'b', until: '2027-05-01T00:00:00Z' };
    const over = { ...waiver, id: 'd-2', subject: 'c', until: '2027-02-20T00:00:00Z' };
    const never = decision('baseline', 's00', { proof: one });
    expect(told(over, never, later, waiver)).toEqual(['waivers tests.api.load: stands', 'waivers b: stands', 'baselines s00: stands', 'waivers c: expired']);
  });
});
