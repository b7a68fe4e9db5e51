import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseCommands } from '../../../src/core/commands/parse-commands.ts';
import { parseArguments } from '../../../src/core/commands/parse-arguments.ts';
import { waiverAuthorities } from '../../../src/core/people/command-authorities.ts';
import { decideCommand } from '../../../src/core/people/decide-command.ts';
import { readReceipt } from '../../../src/core/people/read-receipt.ts';
import { readScope } from '../../../src/core/people/read-scope.ts';
import { bearsRelease } from '../../../src/core/people/release-name.ts';
import { replyWords } from '../../../src/core/people/reply-words.ts';
import { signReceipt } from '../../../src/core/people/sign-receipt.ts';
import { authorities, comment, conversation, decision, inForce, issue, person, policyOf, proof, user } from './people-fixtures.ts';

const components = `
components:
  api: { kind: api, paths: ["src/api/**"] }
  web: { kind: frontend, paths: ["src/web/**"] }
`;
const policy = policyOf(`${authorities}${components}`);

const pullBy = (login: string) => ({ author: person(login), headSha: 'a'.repeat(40), headPushedAt: null, baseRef: 'main', contributors: [] });

/** `boss` writes it on an issue, or on pull request 12, which is by the author. */
function waive(written: string, author: string | null = null) {
  const said = comment(`/sprintgate ${written}`, 'boss');
  const proofs = ['architecture-review', 'performance-benchmarks', 'security-team']
    .map((id) => proof('boss', id, []))
    .concat(proof('boss', 'escalation', [user('boss')]));
  const snapshot = conversation([said], {
    policy: inForce(policy),
    issue: issue(author === null ? 50 : 12, null),
    pull: author === null ? null : pullBy(author),
    proofs,
  });
  const [command] = parseCommands(said.body);
  if (command?.kind !== 'command') throw new Error('a command was expected');
  const place = { commentId: said.id, bodyHash: 'hash', line: 1 };
  const result = decideCommand({ snapshot, policy, comment: said, command, place, decisions: [], words: replyWords.en });
  return { decision: result.kind === 'decided' ? result.receipts[0]?.decision : undefined, refused: result.kind === 'refused' ? result : null };
}

describe('the reach of a waiver', () => {
  test.each([
    ['nothing', 'waive tests.api.load until 2027-03-01 late', undefined, 'late', undefined],
    ['a component', 'waive tests.api.load component:api until 2027-03-01 late', { kind: 'component', component: 'api' }, 'late', undefined],
    ['a component in Spanish', 'exentar tests.api.load componente:API hasta 2027-03-01 tarde', { kind: 'component', component: 'api' }, 'tarde', undefined],
    ['a component in code', 'waive tests.api.load `component:api` until 2027-03-01 late', { kind: 'component', component: 'api' }, 'late', undefined],
    ['a component after a space', 'waive tests.api.load component: api until 2027-03-01 late', { kind: 'component', component: 'api' }, 'late', undefined],
    ['a component after the reason', 'waive tests.api.load until 2027-03-01 late component:api', { kind: 'component', component: 'api' }, 'late', undefined],
    ['a pull request', 'waive tests.api.load pull:#12 until 2027-03-01 late', { kind: 'pull', pull: 12 }, 'late', undefined],
    ['a pull request without a hash', 'exentar tests.api.load pr:12 hasta 2027-03-01 tarde', { kind: 'pull', pull: 12 }, 'tarde', undefined],
    ['a release', 'waive tests.api.load release:v1.4.0 until 2027-03-01 late', { kind: 'release', release: '1.4.0' }, 'late', undefined],
    ['a release in Spanish', 'exentar tests.api.load versión:1.4.0 hasta 2027-03-01 tarde', { kind: 'release', release: '1.4.0' }, 'tarde', undefined],
    ['a compensating control', 'waive tests.api.load until 2027-03-01 late with: capped; watched', undefined, 'late', 'capped; watched'],
    [
      'both, the reach last',
      'waive tests.api.load until 2027-03-01 late with: requests are capped component:api',
      { kind: 'component', component: 'api' },
      'late',
      'requests are capped',
    ],
  ])('%s', (_name, written, scope, reason, control) => {
    const { decision: made, refused } = waive(written, scope?.kind === 'pull' ? 'luis' : null);
    expect({ refused, scope: made?.scope, reason: made?.reason, control: made?.control }).toEqual({ refused: null, scope, reason, control });
    expect(made && 'scope' in made).toBe(scope !== undefined);
  });

  test.each([
    ['of two kinds', 'waive tests.api.load component:api pull:#12 until 2027-03-01 late', 'has one scope'],
    ['to no number of a pull request', 'waive tests.api.load pull:main until 2027-03-01 late', '`pull:main` cannot be read'],
    ['to a component that is none', 'waive tests.api.load component:backend until 2027-03-01 late', 'The components are: `api`, `web`'],
    ['to a component that is misspelt', 'waive tests.api.load component:apii until 2027-03-01 late', 'Did you mean `api`?'],
    ['to a component of another kind', 'waive tests.api.load component:web until 2027-03-01 late', 'of another kind'],
    ['to a component, of what is judged as a whole', 'waive quality.bugs component:api until 2027-03-01 late', 'judged as a whole'],
  ])('%s is refused', (_name, written, said) => {
    const { refused } = waive(written);
    expect(refused).toMatchObject({ code: 'bad-scope', text: expect.stringContaining(said) });
  });

  test('to a pull request is given there, where it is known whose work it is, and not by its author', () => {
    const written = 'waive tests.api.load pull:#12 until 2027-03-01 late';
    expect(waive(written).refused).toMatchObject({ code: 'not-on-pull', text: expect.stringContaining('`pull:#12` is about a pull request') });
    expect(waive(written.replace('#12', '#13'), 'luis').refused).toMatchObject({ code: 'not-on-pull' });
    expect(waive(written, 'boss').refused).toMatchObject({ code: 'own-work' });
  });

  test('is not found in a word that only begins like one', () => {
    expect(readScope(parseArguments('the precomponent:x and https://example.com/pull:12 stay'))).toMatchObject({ kind: 'scope', scope: null });
  });
});

describe('the release that a pull request is', () => {
  const pull = (ref: string, milestone: string | null) => ({
    head: { sha: 'a', ref, repositoryId: 1 },
    milestone: milestone === null ? null : { number: 1, title: milestone, description: '', state: 'open' as const, dueOn: null },
  });
  test.each([
    ['by its branch', 'release/1.4.0', null, '1.4.0', true],
    ['by its branch with a v', 'release/v1.4.0', null, '1.4.0', true],
    ['by its branch with a hyphen', 'release-1.4.0', null, 'v1.4.0', true],
    ['by its milestone', 'release-please--branches--main', 'v1.4.0', '1.4.0', true],
    ['by its milestone in Spanish', 'main-next', 'Versión 1.4.0', '1.4.0', true],
    ['and not a candidate of it', 'release/1.4.0-rc.1', null, '1.4.0', false],
    ['and not a longer one', 'release/11.4.0', null, '1.4.0', false],
    ['and not another milestone', 'release/2.0.0', '2.0.0', '1.4.0', false],
    ['and none for an empty name', 'release/', null, '', false],
  ])('%s', (_name, ref, milestone, release, expected) => {
    expect(bearsRelease(pull(ref, milestone), release)).toBe(expected);
  });
});

describe('who may waive', () => {
  const inTier = (tier: 1 | 2) => ({ ...policy, tier });
  const ownedBy = (authority: string): string =>
    policy.playbook.criteria.find(({ rule }) => 'attestation' in rule && rule.attestation.authority === authority)?.id ?? '';
  test('in Tier 2 it is who decides otherwise, or escalation', () => {
    expect(waiverAuthorities(inTier(2), ownedBy('compliance'))).toEqual(['compliance', 'escalation']);
  });
  test('in Tier 1 it is one level above: the tier’s own authority, or escalation', () => {
    expect(waiverAuthorities(inTier(1), ownedBy('compliance'))).toEqual(['ciso', 'escalation']);
    expect(waiverAuthorities(inTier(1), 'tests.api.load')).toEqual(['ciso', 'escalation']);
  });
  test('in Tier 1 what the tier’s own authority decides is waived by escalation alone', () => {
    expect(ownedBy('ciso')).not.toBe('');
    expect(waiverAuthorities(inTier(1), ownedBy('ciso'))).toEqual(['escalation']);
  });
});

describe('receipts', () => {
  const keys = generateKeyPairSync('ed25519');
  const trust = { publicKeys: [keys.publicKey], repository: 9412, unit: '.' };
  test('reach and control are signed, shown and read back', () => {
    const made = decision('waive', 'tests.api.load', {
      until: '2027-03-01T06:00:00Z',
      scope: { kind: 'component', component: 'api' },
      control: 'requests are capped',
    });
    const body = signReceipt(made, { privateKey: keys.privateKey, locale: 'es' });
    expect(body).toContain('| Solo para | componente `api` |');
    expect(body).toContain('| Control compensatorio | requests are capped |');
    expect(readReceipt(body, trust)).toEqual({ kind: 'decision', decision: made });
  });
  test('one of before, without them, still reads and verifies', () => {
    const before = decision('waive', 'tests.api.load', { until: '2027-03-01T06:00:00Z' });
    const body = signReceipt(before, { privateKey: keys.privateKey, locale: 'en' });
    expect(body).not.toContain('Only for');
    expect(readReceipt(body, trust)).toEqual({ kind: 'decision', decision: before });
  });
});
