import { describe, expect, test } from 'vitest';
import { expiryNotices, nextRegisterLook } from '../../../src/core/register/expiry-notices.ts';
import { authorities, decision, policyOf } from '../people/people-fixtures.ts';
import { registerFacts } from './register-fixtures.ts';

const proof = {
  authority: 'compliance',
  rule: { users: ['lawyer'], count: 1 },
  via: [{ kind: 'user' as const, name: 'lawyer' }],
  checkedAt: '2027-01-20T12:00:00Z',
};
const waiver = decision('waive', 'tests.api.load', {
  until: '2027-03-16T06:00:00Z',
  at: '2027-02-01T00:00:00Z',
  proof,
  scope: { kind: 'component', component: 'api' },
});
const due = '2027-03-09T06:00:00Z';

function notices(now: string, decisions = [waiver], locale = 'en') {
  return expiryNotices(registerFacts({ now, decisions }, locale));
}

describe('the notice that something is about to end', () => {
  test.each([
    ['is not due a second before the seventh day', '2027-03-09T05:59:59Z', 0],
    ['is due seven days before', due, 1],
    ['is due on the last day, where nobody looked before', '2027-03-16T05:59:59Z', 1],
    ['is no longer due once it is over', '2027-03-16T06:00:00Z', 0],
  ])('%s', (_name, now, count) => {
    expect(notices(now)).toHaveLength(count);
  });

  test('stands on the issue of the checkpoint, else where the decision was written', () => {
    expect(notices(due)[0]).toMatchObject({ issue: 17, markerId: `expiry.${waiver.id}` });
    expect(expiryNotices(registerFacts({ now: due, decisions: [waiver], seeded: [] }))[0]?.issue).toBe(waiver.source.issue);
  });

  test('says what ends when, who can renew it and how', () => {
    const body = notices(due)[0]?.body ?? '';
    expect(body).toContain('The waiver of `tests.api.load` (component `api`) ends on 2027-03-15: 6 days are left.');
    expect(body).toContain('(`boss`)');
    expect(body).toContain('`/sprintgate waive tests.api.load component:api until DATE REASON`');
  });

  test('says of a waived freeze who may waive one again, and where that is written', () => {
    const freeze = { ...waiver, subject: 'freeze', scope: { kind: 'pull' as const, pull: 12 } };
    const body = notices(due, [freeze])[0]?.body ?? '';
    expect(body).toContain('The waiver of `freeze` (pull request #12)');
    expect(body).toContain('acme/security');
    expect(body).toContain('`/sprintgate waive freeze until DATE REASON`');
  });

  test('speaks the policy’s language, with commands of that language', () => {
    const body = notices(due, [waiver], 'es')[0]?.body ?? '';
    expect(body).toContain('La exención de `tests.api.load` (componente `api`) vence el 2027-03-15: faltan 6 días.');
    expect(body).toContain('`/sprintgate exentar tests.api.load component:api hasta FECHA MOTIVO`');
  });

  test('of an attestation asks for a link', () => {
    const policy = policyOf(authorities);
    const criterion = policy.playbook.criteria.find(({ rule }) => 'attestation' in rule && rule.attestation.authority === 'compliance')?.id ?? '';
    const body = notices(due, [decision('attest', criterion, { until: waiver.until, at: '2027-02-01T00:00:00Z', proof })])[0]?.body ?? '';
    expect(body).toContain(`/sprintgate attest ${criterion} LINK`);
    expect(body).toContain('(`lawyer`)');
  });

  test.each([
    ['an override, which lasts a day', decision('override', 'pull/12', { until: waiver.until, at: '2027-02-01T00:00:00Z', proof })],
    ['what was signed for less than seven days', { ...waiver, at: '2027-03-09T07:00:00Z' }],
    ['what never ends', decision('baseline', 's00', { proof })],
  ])('is not made for %s', (_name, made) => {
    expect(notices('2027-03-10T00:00:00Z', [made])).toEqual([]);
  });

  test('is not made for what was renewed or revoked', () => {
    const renewed = { ...waiver, id: 'd-renewed', at: '2027-03-01T00:00:00Z', until: '2027-06-01T06:00:00Z' };
    expect(notices(due, [waiver, renewed])).toEqual([]);
    expect(notices(due, [waiver, decision('revoke', waiver.id)])).toEqual([]);
  });
});

describe('the next look at the register', () => {
  test.each([
    ['the notice, while that is to come', '2027-03-01T00:00:00Z', '2027-03-09T06:00:00.000Z'],
    ['the end, after the notice', due, '2027-03-16T06:00:00.000Z'],
    ['none, after the end', '2027-03-16T06:00:00Z', null],
  ])('is %s', (_name, now, at) => {
    expect(nextRegisterLook(registerFacts({ now, decisions: [waiver] }))).toBe(at);
  });
});
