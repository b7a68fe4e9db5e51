import { createSign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Octokit } from '@octokit/rest';
import { at, quiet, startAcme } from './acme.ts';
import type { Acme } from './acme.ts';
import { refused } from './refused.ts';

let acme: Acme;

beforeEach(async () => {
  acme = await startAcme();
});

afterEach(async () => {
  await acme.github.close();
});

function jwt(claims: Record<string, unknown>, key = acme.github.app.privateKeyPem): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${head}.${createSign('RSA-SHA256').update(head).sign(key, 'base64url')}`;
}

async function statusFor(token: string): Promise<number> {
  return (await fetch(`${acme.github.url}/app`, { headers: { authorization: `Bearer ${token}` } })).status;
}

describe("the app's own token (§11)", () => {
  const now = () => Math.floor(Date.now() / 1000);

  test('is proved by its RS256 signature, its app id and its times', async () => {
    const good = { iss: acme.github.app.id, iat: now() - 60, exp: now() + 540 };
    expect(await statusFor(jwt(good))).toBe(200);
    expect(await statusFor(jwt({ ...good, iss: acme.github.app.clientId }))).toBe(200);
    expect(await statusFor(jwt({ ...good, iss: 1 }))).toBe(401);
    expect(await statusFor(jwt({ ...good, exp: now() - 1 }))).toBe(401);
    expect(await statusFor(jwt({ ...good, exp: now() + 3600 }))).toBe(401);
    expect(await statusFor(`${jwt(good)}x`)).toBe(401);
  });

  test('is refused with the date by which it was judged, so that a client whose clock is wrong can sign it anew', async () => {
    const token = jwt({ iss: acme.github.app.id, iat: now() + 3600, exp: now() + 4140 });
    const { headers } = await fetch(`${acme.github.url}/app`, { headers: { authorization: `Bearer ${token}` } });
    expect(Math.abs(Date.parse(headers.get('date') ?? '') - Date.now())).toBeLessThan(60_000);
    expect((await fetch(acme.github.url)).headers.get('date')).toBe(new Date(acme.github.now).toUTCString());
  });

  test('does not open repositories', async () => {
    const response = await fetch(`${acme.github.url}/repos/acme/shop`, {
      headers: { authorization: `Bearer ${jwt({ iss: acme.github.app.id, iat: now() - 60, exp: now() + 540 })}` },
    });
    expect(response.status).toBe(401);
  });
});

describe('installation tokens (§11)', () => {
  async function mint(body: object): Promise<Octokit> {
    const [installation] = acme.github.state.installations.values();
    const { data } = await acme.appItself.request('POST /app/installations/{installation_id}/access_tokens', {
      installation_id: installation?.id ?? 0,
      ...body,
    });
    return new Octokit({ baseUrl: acme.github.url, auth: data.token, log: quiet });
  }

  test('are longer than 40 characters and live an hour', async () => {
    const [installation] = acme.github.state.installations.values();
    const { data } = await acme.appItself.rest.apps.createInstallationAccessToken({ installation_id: installation?.id ?? 0 });
    expect(data.token.length).toBeGreaterThan(40);
    expect(Date.parse(data.expires_at) - Date.now()).toBeGreaterThan(3_590_000);
  });

  test('can be narrowed to permissions and to repositories, never widened', async () => {
    acme.github.people.createRepository({ owner: 'acme', name: 'secret', private: true, files: { a: '1' } });
    const narrow = await mint({ permissions: { issues: 'read' }, repositories: ['shop'] });
    expect((await refused(narrow.rest.issues.create({ ...at, title: 'x' }))).status).toBe(403);
    expect((await refused(narrow.rest.repos.get({ owner: 'acme', repo: 'secret' }))).status).toBe(404);
    expect((await refused(mint({ permissions: { administration: 'write' } }))).status).toBe(422);
  });
});

describe('permissions of the manifest (§13)', () => {
  test.each([
    ['checks', () => acme.bot.rest.checks.create({ ...at, name: 'x', head_sha: acme.repository.refs.get('refs/heads/main') ?? '' })],
    ['issues', () => acme.bot.rest.issues.create({ ...at, title: 'x' })],
    ['actions', () => acme.bot.rest.actions.listWorkflowRunsForRepo(at)],
    ['statuses', () => acme.bot.rest.repos.createCommitStatus({ ...at, sha: acme.repository.refs.get('refs/heads/main') ?? '', state: 'success' })],
    ['members', () => acme.bot.rest.teams.list({ org: 'acme' })],
    ['contents', () => acme.bot.rest.repos.getContent({ ...at, path: 'README.md' })],
    ['deployments', () => acme.bot.rest.repos.listDeployments(at)],
  ])('without %s the app hears 403 Resource not accessible by integration', async (permission, request) => {
    await acme.github.close();
    const all = {
      contents: 'read',
      checks: 'write',
      issues: 'write',
      pull_requests: 'read',
      actions: 'read',
      statuses: 'write',
      members: 'read',
      deployments: 'read',
    } as const;
    acme = await startAcme({ app: { permissions: Object.fromEntries(Object.entries(all).filter(([name]) => name !== permission)) as typeof all } });
    expect(await refused(request())).toMatchObject({ status: 403, message: expect.stringContaining('Resource not accessible by integration') });
  });

  test('the app cannot write files, having asked only to read them', async () => {
    expect((await refused(acme.bot.rest.repos.createOrUpdateFileContents({ ...at, path: 'a', message: 'm', content: '' }))).status).toBe(403);
  });

  test('rules for a branch need no more than metadata (§3)', async () => {
    await acme.github.close();
    acme = await startAcme({ app: { permissions: {} } });
    acme.github.people.requireChecks({ repository: 'acme/shop', contexts: ['sprintgate/coverage'] });
    const { data } = await acme.bot.rest.repos.getBranchRules({ ...at, branch: 'main' });
    expect(data).toMatchObject([
      { type: 'required_status_checks', parameters: { required_status_checks: [{ context: 'sprintgate/coverage', integration_id: acme.github.app.id }] } },
    ]);
    expect((await acme.bot.rest.repos.getBranchRules({ ...at, branch: 'not-there' })).data).toEqual([]);
  });
});

describe('people (§10)', () => {
  test('a wrong token is 401, a private repository is 404 to outsiders', async () => {
    acme.github.people.createRepository({ owner: 'acme', name: 'secret', private: true, files: { a: '1' } });
    expect((await refused(new Octokit({ baseUrl: acme.github.url, auth: 'ghp_nobody', log: quiet }).rest.repos.get(at))).status).toBe(401);
    expect((await refused(acme.as('eva').rest.repos.get({ owner: 'acme', repo: 'secret' }))).status).toBe(404);
  });

  test.each([
    ['ana', 'admin', 'admin'],
    ['luis', 'write', 'write'],
    ['eva', 'read', 'read'],
    ['mia', 'write', 'maintain'],
    ['tom', 'read', 'triage'],
  ])('%s has permission %s and role %s', async (login, permission, role) => {
    const { people } = acme.github;
    people.grantRole({ repository: 'acme/shop', login: 'mia', role: 'maintain' });
    const team = people.addTeam({ organisation: 'acme', name: 'Helpers', members: ['tom'] });
    people.grantRole({ repository: 'acme/shop', team, role: 'triage' });
    const { data } = await acme.bot.rest.repos.getCollaboratorPermissionLevel({ ...at, username: login });
    expect([data.permission, data.role_name]).toEqual([permission, role]);
  });

  test('team membership counts child teams, shows pending, and owners as maintainers', async () => {
    const { people } = acme.github;
    const parent = people.addTeam({ organisation: 'acme', name: 'Engineering', members: ['ana'] });
    people.addTeam({ organisation: 'acme', name: 'Architects', members: ['luis'], parent });
    people.addTeamMember({ team: parent, login: 'new', state: 'pending' });
    const of = async (username: string) => (await acme.bot.rest.teams.getMembershipForUserInOrg({ org: 'acme', team_slug: 'engineering', username })).data;
    expect(await of('luis')).toMatchObject({ state: 'active', role: 'member' });
    expect(await of('ana')).toMatchObject({ state: 'active', role: 'maintainer' });
    expect(await of('new')).toMatchObject({ state: 'pending' });
    expect((await refused(of('eva'))).status).toBe(404);
  });
});
