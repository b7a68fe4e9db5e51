import { afterEach, describe, expect, test } from 'vitest';
import type { AuthorityRule } from '../../../src/core/policy/policy.ts';
import { proveAuthority } from '../../../src/github/authorities/prove-authority.ts';
import { readHolders } from '../../../src/github/authorities/read-holders.ts';
import { roleHolds } from '../../../src/github/authorities/role-holds.ts';
import { person, repository } from '../../core/people/people-fixtures.ts';
import { tinyGitHub, type Answer, type TinyGitHub } from './tiny-github.ts';

const ana = person('ana');
const team: AuthorityRule = { teams: ['acme/architects'], count: 1 };
const membership = 'GET /orgs/acme/teams/architects/memberships/ana';
const permission = 'GET /repos/acme/aval/collaborators/ana/permission';
const open: TinyGitHub[] = [];

async function tiny(answers: Readonly<Record<string, Answer>>): Promise<TinyGitHub> {
  const server = await tinyGitHub(answers);
  open.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe('a proof of authority', () => {
  const held = (rule: AuthorityRule, answers: Readonly<Record<string, Answer>>) => async () => {
    const { github } = await tiny(answers);
    return await proveAuthority(github, { repository, authority: 'review', rule, person: ana, now: '2027-01-20T12:00:00Z' });
  };
  test.each([
    ['an active member holds', team, { [membership]: { body: { state: 'active', role: 'member' } } }, { via: 1, invited: 0, unknown: 0 }],
    ['one who was only invited does not', team, { [membership]: { body: { state: 'pending', role: 'member' } } }, { via: 0, invited: 1, unknown: 0 }],
    ['one who is not in the team does not', team, { 'GET /orgs/acme/teams/architects': { body: { slug: 'architects' } } }, { via: 0, invited: 0, unknown: 0 }],
    ['of a team that was renamed or deleted nobody can tell', team, {}, { via: 0, invited: 0, unknown: 1 }],
    [
      'without the permission it is unknown',
      team,
      { [membership]: { status: 403, body: { message: 'Resource not accessible by integration' } } },
      { via: 0, invited: 0, unknown: 1 },
    ],
    ['a user of that id holds', { users: ['Ana'], count: 1 }, { 'GET /users/Ana': { body: { id: ana.id, login: 'ana' } } }, { via: 1, invited: 0, unknown: 0 }],
    [
      'another account under that login does not',
      { users: ['ana'], count: 1 },
      { 'GET /users/ana': { body: { id: 1, login: 'ana' } } },
      { via: 0, invited: 0, unknown: 0 },
    ],
    ['another login does not, and nobody is asked', { users: ['bea'], count: 1 }, {}, { via: 0, invited: 0, unknown: 0 }],
    [
      'the wanted role holds',
      { roles: ['maintain'], count: 1 },
      { [permission]: { body: { permission: 'write', role_name: 'maintain', user: { id: ana.id } } } },
      { via: 1, invited: 0, unknown: 0 },
    ],
    [
      'a higher role holds',
      { roles: ['maintain'], count: 1 },
      { [permission]: { body: { permission: 'admin', role_name: 'admin', user: { id: ana.id } } } },
      { via: 1, invited: 0, unknown: 0 },
    ],
    [
      'a lower role does not',
      { roles: ['maintain'], count: 1 },
      { [permission]: { body: { permission: 'write', role_name: 'write', user: { id: ana.id } } } },
      { via: 0, invited: 0, unknown: 0 },
    ],
    [
      'every name of a nested rule is asked',
      { all: [team, { roles: ['admin'], count: 1 }] },
      { [membership]: { body: { state: 'active' } }, [permission]: { body: { permission: 'admin', role_name: 'admin', user: { id: ana.id } } } },
      { via: 2, invited: 0, unknown: 0 },
    ],
  ] as [string, AuthorityRule, Record<string, Answer>, { via: number; invited: number; unknown: number }][])(
    '%s',
    async (_name, ...[rule, answers, counts]) => {
      const proof = await held(rule, answers)();
      expect({ via: proof.via.length, invited: proof.invited.length, unknown: proof.unknown.length }).toEqual(counts);
    },
  );

  test.each([
    ['a rate limit', { status: 403, headers: { 'x-ratelimit-remaining': '0' } }],
    ['a secondary rate limit', { status: 403, headers: { 'retry-after': '60' } }],
    ['a broken server', { status: 502 }],
  ])('%s is thrown, to be asked again', async (_name, answer) => {
    await expect(held(team, { [membership]: { body: { message: 'no' }, ...answer } })()).rejects.toThrow('no');
  });
});

describe('the holders of an authority', () => {
  test('are listed once each, without bots, by name', async () => {
    const { github } = await tiny({
      'GET /orgs/acme/teams/architects/members': {
        body: [
          { id: 3, login: 'zoe', type: 'User' },
          { id: 2, login: 'bea', type: 'User' },
          { id: 9, login: 'robot', type: 'Bot' },
        ],
      },
      'GET /users/bea': { body: { id: 2, login: 'bea', type: 'User' } },
    });
    const holders = await readHolders(github, { repository, rule: { any: [team, { users: ['bea'], count: 1 }] } });
    expect(holders).toMatchObject({ complete: true, people: [{ login: 'bea', via: [{ kind: 'team' }, { kind: 'user' }] }, { login: 'zoe' }] });
  });
  test.each([[403], [404]])('are incomplete when a team answers %i', async (status) => {
    const { github } = await tiny({ 'GET /orgs/acme/teams/architects/members': { status, body: { message: 'no' } } });
    expect(await readHolders(github, { repository, rule: team })).toEqual({ people: [], complete: false });
  });
});

test.each([
  ['write', 'triage', 'read', false],
  ['write', 'write', 'write', true],
  ['write', 'maintain', 'write', true],
  ['security', 'security', 'write', true],
  ['write', 'security', 'write', true],
  ['admin', 'security', 'write', false],
  ['security', 'admin', 'admin', false],
  ['read', 'none', 'none', false],
])('wanted %s, granted %s over %s: %s', (wanted, ...[roleName, base, holds]) => {
  expect(roleHolds(wanted, { roleName, permission: base })).toBe(holds);
});
