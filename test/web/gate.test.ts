import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { GitHubAwayError } from '../../src/web/access/github-away-error.ts';
import { SessionOverError } from '../../src/web/access/session-over-error.ts';
import { mountPages } from '../../src/web/mount-pages.ts';
import { as, hidden, testPages, testPorts } from './test-pages.ts';

const routes = testPages();
/** Every path that is mounted, with values for its parameters; a new route is among them by itself. */
const paths = [
  ...new Set(
    routes.routes
      .filter(({ path }) => path !== '*' && path !== '/*')
      .map(({ path }) =>
        path
          .replace(':owner', 'OWNER')
          .replace(':name', 'NAME')
          .replace(/\/\*$/, '')
          .replaceAll(/:\w+(\{[^}]*\})?/g, '1'),
      ),
  ),
];
const below = paths.filter((path) => path.includes('NAME'));
const at = (path: string, name: string): string => path.replace('OWNER', 'acme').replace('NAME', name);

async function told(path: string, init: RequestInit = {}) {
  const answer = await routes.request(path, init);
  const headers = [...answer.headers].filter(([name]) => name !== 'location');
  return { status: answer.status, headers, body: await answer.text() };
}

describe('a stranger', () => {
  test.each(below)('sees nothing of a private repository at %s', async (path) => {
    for (const init of [{}, { method: 'POST', headers: { origin: 'https://gate.example' } }, { method: 'HEAD' }]) {
      const there = await told(at(path, 'scoring'), init);
      expect(there).toEqual(await told(at(path, 'nowhere'), init));
      expect(there.status === 200 ? there.body : '').not.toContain('scoring');
    }
  });

  test.each(below)('who is signed in sees nothing of it either at %s', async (path) => {
    for (const init of [{ headers: as('eva') }, { method: 'POST', headers: { ...as('eva'), origin: 'https://gate.example' } }])
      expect(await told(at(path, 'scoring'), init)).toEqual(await told(at(path, 'nowhere'), init));
    expect((await routes.request(at(path, 'scoring'), { headers: as('eva') })).status).toBe(404);
  });

  test('is sent to sign in, and back to where they wanted to go', async () => {
    const answer = await routes.request('/r/acme/scoring/pull/3?a=b');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/sign-in?to=${encodeURIComponent('/r/acme/scoring/pull/3?a=b')}`);
  });

  test.each(paths.filter((path) => !path.startsWith('/assets/') && !path.endsWith('.svg')))(
    'is told nothing that a cache may keep, and nothing runs that is not ours: %s',
    async (path) => {
      const answer = await routes.request(at(path, 'open'), { headers: as('ana') });
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
      const page = await answer.text();
      expect(page).not.toMatch(/<style|style="|<script(?! src="\/assets\/)|\son\w+="|(?:src|href)="https?:/);
    },
  );
});

describe('a repository that is not there', () => {
  const probing = (mayRead: (name: string) => Promise<boolean>) => testPages({ access: { mayRead: (_, { name }) => mayRead(name), readable: async () => [] } });
  const asEva = async (pages: Hono, name: string) => {
    const answer = await pages.request(`/r/acme/${name}`, { headers: as('eva') });
    return { status: answer.status, headers: [...answer.headers].filter(([key]) => key !== 'location'), body: await answer.text() };
  };

  test.each([
    ['does not answer', new GitHubAwayError('403 rate limit')],
    ['does not know the token', new SessionOverError('401')],
  ])('is not told from a private one by a GitHub that %s', async (_what, error) => {
    const pages = probing(() => Promise.reject(error));
    expect(await asEva(pages, 'scoring')).toEqual(await asEva(pages, 'nowhere'));
  });

  test('is asked of GitHub like any other, so that the time that it takes tells nothing; a name that can be none is not', async () => {
    const asked: string[] = [];
    const pages = probing(async (name) => asked.push(name) > 0);
    expect((await asEva(pages, 'nowhere')).status).toBe(404);
    for (const name of ['%2e%2e', 'a%2Fb', 'a%3Fb', 'x'.repeat(101)]) expect((await asEva(pages, name)).status).toBe(404);
    expect(asked).toEqual(['nowhere']);
  });
});

describe('a form', () => {
  const post = (headers: Record<string, string>, csrf: string | null = 'form-of-ana') =>
    routes.request('/sign-out', {
      method: 'POST',
      headers: { ...as('ana'), 'content-type': 'application/x-www-form-urlencoded', ...headers },
      ...(csrf === null ? {} : { body: new URLSearchParams({ csrf }) }),
    });

  test('of ours is taken', async () => {
    const answer = await post({ origin: 'https://gate.example' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-sprintgate=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax/);
  });

  test.each([
    ['from another site', { origin: 'https://evil.example' }, 'form-of-ana'],
    ['from the same site’s plain address', { origin: 'http://gate.example' }, 'form-of-ana'],
    ['without a token', { origin: 'https://gate.example' }, null],
    ['with somebody else’s token', { origin: 'https://gate.example' }, 'form-of-eva'],
    ['without a session', { origin: 'https://gate.example', cookie: '' }, ''],
    ['that is no form', { origin: 'https://gate.example', 'content-type': 'application/json' }, 'form-of-ana'],
    ['that is endless', { origin: 'https://gate.example' }, 'x'.repeat(600_000)],
  ])('%s is refused', async (_name, headers: Record<string, string>, csrf) => {
    expect((await post(headers, csrf)).status).toBe(403);
  });
});

describe('where something is away', () => {
  const failing = (error: Error) => ({ mayRead: () => Promise.reject(error), readable: () => Promise.reject(error) });
  test('GitHub: nobody looks, and the page says so', async () => {
    const answer = await testPages({ access: failing(new GitHubAwayError('503')) }).request('/r/acme/open', { headers: as('ana') });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('60');
    expect(await answer.text()).toContain('GitHub does not answer');
  });

  test('the database: the page says so, and nothing of the error', async () => {
    const lost = () => Promise.reject(new Error('connect postgres://user:secret@db'));
    const answer = await testPages({ findRepository: lost, databaseAnswers: async () => false }).request('/r/acme/open?lang=es', { headers: as('ana') });
    expect(answer.status).toBe(503);
    const page = await answer.text();
    expect(page).toContain('La base de datos no responde');
    expect(page).not.toContain('postgres');
  });

  test('nothing, and it failed all the same: that is noted', async () => {
    const noted: object[] = [];
    const pages = testPages({ findRepository: () => Promise.reject(new Error('what')), log: { error: (facts) => noted.push(facts) } });
    expect((await pages.request('/r/acme/open', { headers: as('ana') })).status).toBe(500);
    expect(noted).toEqual([{ err: expect.any(Error), path: '/r/acme/open' }]);
  });

  test('the session at GitHub: one signs in again', async () => {
    const forgotten: string[] = [];
    const { signIn } = testPorts();
    if (!signIn) throw new Error('pages without signing in');
    const access = failing(new SessionOverError('401'));
    const pages = testPages({ access, signIn: { ...signIn, forget: async (session) => void forgotten.push(session) } });
    const answer = await pages.request('/r/acme/open', { headers: as('ana') });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?to=%2Fr%2Facme%2Fopen']);
    expect(answer.headers.get('set-cookie')).toContain('__Host-sprintgate=; Max-Age=0');
    expect(forgotten).toEqual(['ana']);
  });
});

describe('a rehearsal', () => {
  const pages = testPages({ signIn: null, baseUrl: 'http://127.0.0.1:3000' });
  test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])('asks nobody to sign in at %s', async (host) => {
    const answer = await pages.request('/', { headers: { host } });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(`${hidden.owner}/${hidden.name}`);
  });

  test.each(['evil.example', '127.evil.example', 'localhost.evil.example', ''])('shows nothing to a page that calls this machine %j', async (host) => {
    expect((await pages.request('/', { headers: { host } })).status).toBe(404);
  });
});

describe('language and theme', () => {
  const asked = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await routes.request(path, { headers });
    const [, lang, theme] = /<html lang="(\w+)" data-theme="(\w+)"/.exec(await answer.text()) ?? [];
    return [lang, theme, answer.headers.getSetCookie().map((each) => each.split(';')[0])];
  };

  test.each<[string, string, Record<string, string>, unknown]>([
    ['as the browser asks', '/sign-in', { 'accept-language': 'es-MX,en;q=0.5' }, ['es', 'auto', []]],
    ['in English where neither is spoken', '/sign-in', { 'accept-language': 'de' }, ['en', 'auto', []]],
    ['as chosen before', '/sign-in', { 'accept-language': 'en', cookie: 'lang=es; theme=dark' }, ['es', 'dark', []]],
    ['as chosen now, which is kept', '/sign-in?lang=es&theme=light', { cookie: 'lang=en; theme=dark' }, ['es', 'light', ['lang=es', 'theme=light']]],
    ['and never as nobody offered', '/sign-in?lang=%22&theme=x', { cookie: 'lang=..; theme=%3C' }, ['en', 'auto', []]],
    ['on pages of errors, too', '/r/acme/nowhere', { cookie: 'lang=es; theme=dark; __Host-sprintgate=ana' }, ['es', 'dark', []]],
  ])('are %s', async (_name, path, headers, wanted) => {
    expect(await asked(path, headers)).toEqual(wanted);
  });
});

describe('what a page loads', () => {
  test('is small, may be kept for ever, and changes its address with its content', async () => {
    const page = await (await routes.request('/sign-in')).text();
    const loaded = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(loaded).toHaveLength(3);
    let bytes = page.length;
    for (const path of loaded) {
      const answer = await routes.request(path);
      expect(path).toMatch(/\.[0-9a-f]{12}\./);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      bytes += (await answer.text()).length;
    }
    expect(bytes).toBeLessThan(30_000);
  });
});

test('pages do not stand in the way of what is there already', async () => {
  const app = new Hono().get('/healthz', (context) => context.text('ok'));
  mountPages(app, testPorts());
  expect(await (await app.request('/healthz')).text()).toBe('ok');
});
