import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { servePages } from '../../src/app/pages/serve-pages.ts';
import { readEnvironment } from '../../src/app/read-environment.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { type EmbeddedGitHub, startGitHub } from '../../src/rehearsal/github/start-github.ts';
import { badgeToken } from '../../src/core/badge/badge-token.ts';
import { tokenClient } from '../../src/github/token-client.ts';
import { carriedTables } from '../../src/store/carry/carried-tables.ts';
import { rememberRepository } from '../../src/store/known/remember-repository.ts';
import type { Store } from '../../src/store/store.ts';
import { openTestStore } from '../support/test-store.ts';
import { visitor } from './visitor.ts';

const baseUrl = 'https://gate.example';
const session = '__Host-sprintgate';
const minute = 60_000;

let github: EmbeddedGitHub;
let store: Store;
let routes: Hono;
let repository: Repository;
const warned: string[] = [];

beforeAll(async () => {
  github = await startGitHub({ now: '2027-03-01T12:00:00Z' });
  store = await openTestStore();
  github.app.callbackUrls = [`${baseUrl}/sign-in/callback`];
  github.people.addOrganisation('acme', { owners: ['ana'] });
  for (const login of ['luis', 'eva']) github.people.addUser(login);
  repository = github.people.createRepository({ owner: 'acme', name: 'scoring', as: 'ana', private: true });
  const open = github.people.createRepository({ owner: 'acme', name: 'open', as: 'ana', private: false });
  const installation = github.people.installApp({ account: 'acme' });
  for (const each of [repository, open]) await rememberRepository(store.db, { id: each.id, owner: 'acme', name: each.name, installation: installation.id });
  routes = appRoutes('a secret of thirty-two bytes or more, by chance');
});
afterAll(async () => {
  github.assertClean();
  await store.close();
  await github.close();
});
beforeEach(() => {
  // No answer of the test before holds any more.
  github.advance(2 * minute);
  warned.length = 0;
});

function appRoutes(sessionSecret: string, clientSecret = github.app.clientSecret): Hono {
  const environment = readEnvironment({
    APP_ID: String(github.app.id),
    PRIVATE_KEY: github.app.privateKeyPem,
    WEBHOOK_SECRET: github.webhookSecret,
    GITHUB_API_URL: github.url,
    CLIENT_ID: github.app.clientId,
    CLIENT_SECRET: clientSecret,
    BASE_URL: `${baseUrl}/`,
    SESSION_SECRET: sessionSecret,
    SESSION_HOURS: '24',
  });
  if (!environment) throw new Error('no settings');
  const made = new Hono();
  const note = (_: object, message: string) => void warned.push(message);
  const log = { debug: () => undefined, info: () => undefined, warn: note, error: note };
  servePages(
    made,
    { store, log, now: () => github.now, installation: async () => tokenClient({ token: 'ghp_ana', apiUrl: github.url, userAgent: 'test' }) },
    { environment },
  );
  // Any page below a repository, whatever others there are.
  made.get('/r/:owner/:name/probe', (context) => context.text('seen'));
  return made;
}

const someone = () => visitor(routes, baseUrl);

async function signedIn(login: string) {
  const person = someone();
  expect((await person.signIn(login)).status).toBe(303);
  return person;
}
const statusOf = async (asking: Promise<Response>): Promise<number> => (await asking).status;

const look = (person: ReturnType<typeof someone>, name = 'scoring') => statusOf(person.get(`/r/acme/${name}/probe`));

describe('signing in with GitHub', () => {
  test('shows a person the repositories that GitHub lets them read, and no others', async () => {
    github.people.grantRole({ repository, login: 'luis', role: 'read' });
    const [luis, eva] = [await signedIn('luis'), await signedIn('eva')];
    expect(await (await luis.get('/')).text()).toContain('acme/scoring');
    expect(await (await eva.get('/')).text()).not.toContain('acme/');
    expect(await (await luis.get('/')).text()).toContain('@luis');
  });

  test('leads back to where one wanted to go, and nowhere else', async () => {
    const person = someone();
    expect((await person.signIn('ana', '/r/acme/scoring?a=b')).headers.get('location')).toBe('/r/acme/scoring?a=b');
    for (const to of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/./..//evil.example',
      '/%0d%0aSet-Cookie:x',
      '/\t/evil.example',
      '/sign-in',
    ])
      expect([to, (await someone().signIn('ana', to)).headers.get('location')]).toEqual([to, to.includes('%0d') ? to : '/']);
  });

  test('keeps neither a token nor a usable session in the database', async () => {
    const ana = await signedIn('ana');
    const rows = JSON.stringify(await store.db.query('select * from sprintgate.web_sessions'));
    expect(rows).not.toContain('ghu_');
    expect(rows).not.toContain('ghr_');
    expect(rows).not.toContain(ana.cookies.get(session)?.split('.')[0]);
    expect((await carriedTables(store.db)).map(({ name }) => name)).not.toContain('web_sessions');
  });

  test('makes cookies that no script reads and no other site sends', async () => {
    const answer = await someone().signIn('ana');
    const [cookie = ''] = answer.headers.getSetCookie().filter((each) => each.startsWith(`${session}=`));
    expect(cookie).toMatch(/^__Host-sprintgate=[\w-]{43}\.[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test.each<[string, (person: ReturnType<typeof someone>, url: URL) => void]>([
    ['the state is another', (_, url) => url.searchParams.set('state', 'x')],
    ['the code is another', (_, url) => url.searchParams.set('code', 'x')],
    ['the browser is another', (person) => person.cookies.clear()],
    ['what the browser kept was changed', (person) => void person.cookies.set('__Host-sprintgate-sign-in', 'AAAA')],
    ['it took too long', () => github.advance(11 * minute)],
    ['the person said no', (_, url) => url.searchParams.delete('code')],
  ])('comes to nothing where %s', async (_name, change) => {
    const person = someone();
    const begun = await person.get('/sign-in/begin');
    const asked = new URL(begun.headers.get('location') ?? '');
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
    asked.searchParams.set('login', 'ana');
    const back = new URL((await fetch(asked, { redirect: 'manual' })).headers.get('location') ?? '');
    change(person, back);
    const answer = await person.get(`${back.pathname}${back.search}`);
    expect(answer.headers.get('location')).toBe('/sign-in?failed');
    expect(person.cookies.has(session)).toBe(false);
  });

  test('works once with a code', async () => {
    const person = someone();
    const asked = new URL((await person.get('/sign-in/begin')).headers.get('location') ?? '');
    const kept = new Map(person.cookies);
    asked.searchParams.set('login', 'ana');
    const back = new URL((await fetch(asked, { redirect: 'manual' })).headers.get('location') ?? '');
    await person.get(`${back.pathname}${back.search}`);
    const again = someone();
    for (const [name, value] of kept) again.cookies.set(name, value);
    expect((await again.get(`${back.pathname}${back.search}`)).headers.get('location')).toBe('/sign-in?failed');
  });

  test('says that GitHub is away where it is, or does not know our secret', async () => {
    github.people.grantRole({ repository, login: 'luis', role: 'read' });
    const person = visitor(appRoutes('another secret of thirty-two bytes or more', 'not-the-secret'), baseUrl);
    expect(await statusOf(person.signIn('luis'))).toBe(503);
    expect(person.cookies.has(session)).toBe(false);
  });
});

describe('a session', () => {
  test.each<[string, (cookie: string) => string]>([
    ['is another', () => 'x'.repeat(43)],
    ['was changed', (cookie) => `${cookie[0] === 'A' ? 'B' : 'A'}${cookie.slice(1)}`],
    ['has another signature', (cookie) => `${cookie.split('.')[0]}.${'A'.repeat(43)}`],
    ['has none', (cookie) => cookie.split('.')[0] ?? ''],
  ])('is none where the cookie %s', async (_name, change) => {
    const ana = await signedIn('ana');
    ana.cookies.set(session, change(ana.cookies.get(session) ?? ''));
    expect((await ana.get('/r/acme/scoring')).headers.get('location')).toMatch(/^\/sign-in/);
  });

  test('is a new one each time somebody signs in, and the one of before is over', async () => {
    const person = await signedIn('eva');
    const before = person.cookies.get(session) ?? '';
    expect((await person.signIn('ana')).status).toBe(303);
    expect(person.cookies.get(session)).not.toBe(before);
    const stale = someone();
    stale.cookies.set(session, before);
    expect((await stale.get('/r/acme/scoring')).headers.get('location')).toMatch(/^\/sign-in/);
  });

  test('of another secret is none', async () => {
    const ana = await signedIn('ana');
    const other = visitor(appRoutes('another secret of thirty-two bytes or more'), baseUrl);
    for (const [name, value] of ana.cookies) other.cookies.set(name, value);
    expect((await other.get('/r/acme/scoring')).headers.get('location')).toMatch(/^\/sign-in/);
  });

  test('is over after its time', async () => {
    const ana = await signedIn('ana');
    github.advance(24 * 60 * minute + 1000);
    expect((await ana.get('/r/acme/scoring')).headers.get('location')).toMatch(/^\/sign-in/);
  });

  test('goes on when its token ends, with one that took its place', async () => {
    const ana = await signedIn('ana');
    github.advance(9 * 60 * minute);
    const before = github.state.tokens.size;
    const pages = await Promise.all(['/', '/', '/r/acme/scoring/probe'].map((path) => ana.get(path)));
    expect(await pages[0]?.text()).toContain('acme/scoring');
    // Three asked at once, and a refresh token holds once.
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(github.state.tokens.size).toBe(before);
  });

  test('ends with signing out, here and at GitHub', async () => {
    const ana = await signedIn('ana');
    const kept = new Map(ana.cookies);
    const tokens = github.state.tokens.size;
    const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(await (await ana.get('/')).text()) ?? [];
    expect(await statusOf(ana.post('/sign-out'))).toBe(403);
    expect(await statusOf(ana.post('/sign-out', { csrf }))).toBe(303);
    expect(github.state.tokens.size).toBe(tokens - 1);
    for (const [name, value] of kept) ana.cookies.set(name, value);
    expect((await ana.get('/r/acme/scoring')).headers.get('location')).toMatch(/^\/sign-in/);
  });

  test('ends when GitHub does not take its token any more', async () => {
    const ana = await signedIn('ana');
    for (const [value, token] of github.state.tokens) if (token.kind === 'signed-in') github.state.tokens.delete(value);
    const answer = await ana.get('/');
    expect(answer.headers.get('location')).toBe('/sign-in?to=%2F');
    expect(ana.cookies.has(session)).toBe(false);
  });
});

describe('who may read a repository', () => {
  test('is asked of GitHub again after a minute: a collaborator who was removed sees nothing then', async () => {
    github.people.grantRole({ repository, login: 'luis', role: 'read' });
    const luis = await signedIn('luis');
    const asked = () => github.requests.entries.filter(({ operation }) => operation === 'repos/get').length;
    const before = asked();
    expect(await look(luis)).toBe(200);
    github.people.grantRole({ repository, login: 'luis', role: 'none' });
    github.advance(59_000);
    expect(await look(luis)).toBe(200);
    expect(asked() - before).toBe(1);
    github.advance(1_000);
    expect(await look(luis)).toBe(404);
    expect(await (await luis.get('/')).text()).not.toContain('acme/scoring');
  });

  test('everybody who is signed in, where it is public', async () => {
    const eva = await signedIn('eva');
    expect(await look(eva, 'scoring')).toBe(404);
    expect(await look(eva, 'open')).toBe(200);
  });

  test('is asked for a repository that we do not know, too, each by its name', async () => {
    const eva = await signedIn('eva');
    const asked = () => github.requests.entries.filter(({ operation }) => operation === 'repos/get').length;
    const before = asked();
    for (const name of ['nowhere', 'neither', 'nowhere']) expect(await look(eva, name)).toBe(404);
    expect(asked() - before).toBe(2);
    github.faults.add({ kind: 'refuse', where: 'repos/get', status: 502 });
    expect(await look(eva, 'elsewhere')).toBe(503);
  });

  test('nobody, while GitHub does not say: and the page tells so', async () => {
    const ana = await signedIn('ana');
    github.faults.add({ kind: 'refuse', where: 'repos/get', status: 502 });
    expect(await look(ana)).toBe(503);
    github.faults.add({ kind: 'refuse', where: 'repos/get', status: 403, retryAfter: 60 });
    expect(await look(ana)).toBe(503);
    expect(await look(ana)).toBe(200);
  });
});

describe('a badge', () => {
  const badge = (name: string, query = '') => statusOf(someone().get(`/r/acme/${name}/badge/readiness.svg${query}`));
  const token = (id: number) => `?token=${badgeToken(github.app.privateKeyPem, id)}`;

  test('is shown to strangers where GitHub says that the repository is public, or by its own token', async () => {
    expect(await badge('open')).toBe(200);
    expect(await badge('scoring')).toBe(404);
    expect(await badge('scoring', token(repository.id))).toBe(200);
    expect(await badge('scoring', token(repository.id + 1))).toBe(404);
    github.advance(6 * minute);
    github.faults.add({ kind: 'refuse', where: 'repos/get', status: 502 });
    // As where there is no repository: that GitHub does not say is told to nobody who may not know that there is one.
    expect(await badge('open')).toBe(404);
  });
});
