import { describe, expect, test } from 'vitest';
import { readMarked } from '../../../src/core/markers/marker.ts';
import { findRegister, planRegister } from '../../../src/core/register/plan-register.ts';
import { renderRegister } from '../../../src/core/register/render-register.ts';
import { byteLength } from '../../../src/core/report/truncate-bytes.ts';
import { decision, issue } from '../people/people-fixtures.ts';
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
  reason: 'the @vendor is | late',
  scope: { kind: 'component', component: 'api' },
  control: 'requests are capped',
});

describe('the register’s text', () => {
  test('tells reach, signer, days left, reason, control and where it was decided', () => {
    const row = renderRegister(registerFacts({ decisions: [waiver] }))
      .split('\n')
      .find((line) => line.includes(waiver.id));
    expect(row).toContain('component `api`');
    expect(row).toContain('`ana`<br>`compliance`');
    expect(row).toContain('2027-03-15 (14 days left)');
    expect(row).toContain('Instead: requests are capped');
    expect(row).toContain('[comment](https://github.com/acme/aval/issues/7)');
    expect(row).toContain('the `@vendor` is \\| late');
  });

  test.each([
    ['2027-03-15T18:00:00Z', '(last day)'],
    ['2027-03-14T18:00:00Z', '(1 day left)'],
  ])('at %s it says %s', (now, said) => {
    expect(renderRegister(registerFacts({ now, decisions: [waiver] }))).toContain(said);
  });

  test('speaks Spanish', () => {
    const text = renderRegister(registerFacts({ decisions: [waiver] }, 'es'));
    expect(text).toContain('### Exenciones');
    expect(text).toContain('componente `api`');
    expect(text).toContain('(faltan 14 días)');
    expect(text).toContain('En su lugar: requests are capped');
  });

  test('keeps what is over for 90 days, with how it ended', () => {
    const facts = { decisions: [waiver, decision('revoke', waiver.id, { at: '2027-02-10T00:00:00Z' })] };
    expect(renderRegister(registerFacts(facts))).toContain('revoked on 2027-02-09');
    expect(renderRegister(registerFacts(facts))).toContain('Nothing is accepted now.');
    const later = renderRegister(registerFacts({ ...facts, now: '2027-05-12T18:00:00Z' }));
    expect(later).not.toContain(waiver.id);
  });

  test('says where GitHub does not wait for a gate, and which check somebody wrote over', () => {
    const text = renderRegister(
      registerFacts({
        enforcement: {
          branches: [{ branch: 'main', required: [], mergeQueue: false, classic: false }],
          unenforced: [{ branch: 'main', check: 'sprintgate/coverage', why: 'not-required' }],
          stranded: [],
          unverified: [],
        },
        overwritten: [
          { check: 'sprintgate/coverage', headSha: 'a'.repeat(40), by: { appId: 5, slug: 'other-app' }, at: '2027-02-28T18:00:00Z', what: 'success' },
        ],
      }),
    );
    expect(text).toContain('sprintgate enforce --repo acme/aval');
    expect(text).toContain('| `sprintgate/coverage` | `aaaaaaaaaaaa` | `other-app` | 2027-02-28 |');
  });

  test('is empty while there is nothing to tell', () => {
    expect(renderRegister(registerFacts())).toBe('');
    expect(renderRegister(registerFacts({ decisions: [decision('approve', 'ux-review')] }))).toBe('');
  });

  test.each([30, 300, 3_000])('fits with %i long waivers, says how many it leaves out, keeps what stands before what is over', (count) => {
    const many = (end: string) =>
      Array.from({ length: count }, (_, index) => ({
        ...waiver,
        id: `d-${end}-${index}`,
        subject: `c.${end.slice(5, 7)}.${index}`,
        until: end,
        reason: 'ñ'.repeat(900),
      }));
    const text = renderRegister(registerFacts({ decisions: [...many('2027-04-01T00:00:00Z'), ...many('2027-02-20T00:00:00Z')] }));
    expect(byteLength(text)).toBeLessThanOrEqual(60_000);
    expect(text.includes('d-2027-04-01T00:00:00Z-0')).toBe(true);
    expect(/\d+ more; `sprintgate register`/.test(text)).toBe(count > 30);
    expect(renderRegister(registerFacts({ decisions: many('2027-04-01T00:00:00Z') }), 'none').match(/\(30 days left\)/g)).toHaveLength(count);
  });
});

describe('the register’s issue', () => {
  const { policy } = registerFacts();
  const text = renderRegister(registerFacts({ decisions: [waiver] }));
  const [write] = planRegister(policy, null, text);
  const body = write?.do === 'create-issue' ? write.body : '';

  test('is opened once there is something to tell', () => {
    expect(write).toMatchObject({ do: 'create-issue', key: 'register', title: 'Register of attestations, waivers and exceptions' });
    expect(readMarked(body)?.marker).toMatchObject({ unit: '.', id: 'register' });
    expect(planRegister(policy, null, '')).toEqual([]);
  });
  test('is left alone when it says the same', () => {
    expect(planRegister(policy, { ...issue(40, null), body: body.replaceAll('\n', '\r\n') }, text)).toEqual([]);
  });
  test('is rewritten between our marks alone', () => {
    const [update] = planRegister(policy, { ...issue(40, null), body: `Read me first.\n\n${body}` }, `${text}\n\nmore`);
    expect(update).toMatchObject({ do: 'update-issue', number: 40 });
    expect(update?.do === 'update-issue' ? update.body : '').toMatch(/^Read me first\.[\s\S]*more/);
  });
  test('is the oldest of several, and of its own unit', () => {
    const own = [issue(7, 's00.checkpoint'), issue(50, 'register'), issue(40, 'register')];
    expect(findRegister(policy, own)?.number).toBe(40);
    expect(findRegister({ ...policy, unit: 'packages/a' }, own)).toBeNull();
  });
});
