import { generateKeyPairSync } from 'node:crypto';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { servePages } from '../../src/app/pages/serve-pages.ts';
import { readEnvironment } from '../../src/app/read-environment.ts';
import type { Environment } from '../../src/app/settings/environment.ts';
import type { Database } from '../../src/store/database.ts';

const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const app = { APP_ID: '1', PRIVATE_KEY: pem, WEBHOOK_SECRET: 'x' };
const pages = { CLIENT_ID: 'Iv23li0000', CLIENT_SECRET: 'a-client-secret', BASE_URL: 'https://gate.example', SESSION_SECRET: 's'.repeat(32) };

function read(given: Record<string, string>): Environment {
  const environment = readEnvironment({ ...app, ...given });
  if (!environment) throw new Error('no settings');
  return environment;
}

function serve(given: Record<string, string>, rehearsal = false): Hono {
  const quiet = () => undefined;
  const none = () => Promise.reject(new Error('not asked'));
  const db: Database = { query: none, exec: none, transaction: none };
  const routes = new Hono();
  const parts = {
    store: { db, withLock: none },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    now: () => '2027-03-01T00:00:00Z',
    installation: none,
  };
  servePages(routes, parts, { environment: read(given), rehearsal });
  return routes;
}

describe('the pages', () => {
  it('are off without CLIENT_ID, and the front page says how to switch them on, in the reader’s language', async () => {
    const routes = serve({});
    const answer = await routes.request('/', { headers: { 'accept-language': 'es-MX' } });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Defina CLIENT_ID, CLIENT_SECRET, BASE_URL y SESSION_SECRET');
    expect((await routes.request('/r/acme/scoring')).status).toBe(404);
    expect((await routes.request('/sign-in')).status).toBe(404);
  });

  it('are on with all four settings', async () => {
    expect(read(pages).pages).toEqual({
      clientId: 'Iv23li0000',
      clientSecret: 'a-client-secret',
      baseUrl: 'https://gate.example',
      sessionSecret: 's'.repeat(32),
      sessionHours: 12,
    });
    expect((await serve(pages).request('/sign-in')).status).toBe(200);
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ CLIENT_SECRET: '' }, /^CLIENT_ID is set, which switches the pages on, and CLIENT_SECRET is not; set it/],
    [{ SESSION_SECRET: '', BASE_URL: '' }, /BASE_URL and SESSION_SECRET are not; set them/],
    [{ SESSION_SECRET: 's'.repeat(31) }, /^SESSION_SECRET is too short; write at least 32 bytes/],
    [{ BASE_URL: 'http://gate.example' }, /^BASE_URL is not an https:\/\/ address/],
    [{ BASE_URL: 'https://gate.example/app' }, /^BASE_URL is not an https:\/\/ address without a path/],
    [{ BASE_URL: 'gate.example' }, /^BASE_URL is not/],
    [{ CLIENT_ID: 'x' }, /^CLIENT_ID is not a client ID/],
    [{ SESSION_HOURS: '0' }, /^SESSION_HOURS is not a number; write one from 1 to 168/],
  ])('are refused where a setting is missing or unsafe: %j', (wrong, message) => {
    expect(() => read({ ...pages, ...wrong })).toThrow(message);
  });

  it('may be reached by plain HTTP on this machine alone', () => {
    expect(read({ ...pages, BASE_URL: 'http://localhost:3000/' }).pages?.baseUrl).toBe('http://localhost:3000');
  });

  it.each([
    ['it listens on every address', { GITHUB_API_URL: 'http://127.0.0.1:1' }],
    ['it listens on an address of others', { HOST: '10.0.0.1', GITHUB_API_URL: 'http://127.0.0.1:1' }],
    ['its GitHub is a real one', { HOST: '127.0.0.1' }],
  ])('are shown without signing in by a rehearsal only, and not where %s', (_name, given: Record<string, string>) => {
    expect(() => serve(given, true)).toThrow('a rehearsal shows its pages without signing in');
  });

  it('ask nobody to sign in where one rehearses on this machine, whatever the settings are', async () => {
    const routes = serve({ HOST: '127.0.0.1', GITHUB_API_URL: 'http://127.0.0.1:1' }, true);
    expect((await routes.request('/sign-in', { headers: { host: '127.0.0.1:3000' } })).status).toBe(404);
    expect((await routes.request('/nowhere', { headers: { host: 'evil.example' } })).status).toBe(404);
  });
});
