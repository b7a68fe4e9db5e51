import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedGitHub, startGitHub } from '../../../src/rehearsal/github/start-github.ts';

const callback = 'https://gate.example/sign-in/callback';
let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startGitHub({ now: '2027-03-01T12:00:00Z' });
  github.app.callbackUrls = [callback];
  github.people.addOrganisation('acme', { owners: ['ana'] });
  github.people.addUser('eva');
  for (const name of ['inside', 'outside']) github.people.createRepository({ owner: 'acme', name, as: 'ana', private: true });
  github.people.installApp({ account: 'acme', repositories: ['acme/inside'] });
});
afterAll(async () => {
  github.assertClean();
  await github.close();
});

const authorize = async (more: Record<string, string> = {}): Promise<URL> => {
  const url = new URL(`${github.url}/login/oauth/authorize`);
  const asked = { client_id: github.app.clientId, redirect_uri: callback, state: 's', login: 'ana', ...more };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '');
};

const tokens = async (fields: Record<string, string>): Promise<Readonly<Record<string, unknown>>> => {
  const body = new URLSearchParams({ client_id: github.app.clientId, client_secret: github.app.clientSecret, ...fields });
  const answer = await fetch(`${github.url}/login/oauth/access_token`, { method: 'POST', headers: { accept: 'application/json' }, body });
  return { status: answer.status, ...((await answer.json()) as Record<string, unknown>) };
};
const codeOf = (url: URL): string => url.searchParams.get('code') ?? '';
const read = async (token: string, path: string): Promise<number> =>
  (await fetch(`${github.url}${path}`, { headers: { authorization: `Bearer ${token}` } })).status;

describe('signing in to an app on the embedded GitHub', () => {
  it('answers what is refused with 200 and an error, as GitHub does', async () => {
    expect(await tokens({ code: 'nonsense' })).toMatchObject({ status: 200, error: 'bad_verification_code' });
    expect(await tokens({ code: 'x', client_secret: 'x' })).toMatchObject({ status: 200, error: 'incorrect_client_credentials' });
    expect(await tokens({ grant_type: 'refresh_token', refresh_token: 'x' })).toMatchObject({ status: 200, error: 'bad_refresh_token' });
  });

  it('leads back to callback URLs of the app alone, with the state', async () => {
    const back = await authorize({ redirect_uri: 'https://evil.example/' });
    expect([back.origin, back.searchParams.get('error'), back.searchParams.get('state')]).toEqual(['https://gate.example', 'redirect_uri_mismatch', 's']);
  });

  it('holds a code to its verifier, once', async () => {
    const challenge = createHash('sha256').update('the verifier').digest('base64url');
    const ask = async () => codeOf(await authorize({ code_challenge: challenge, code_challenge_method: 'S256' }));
    expect(await tokens({ code: await ask() })).toMatchObject({ error: 'bad_verification_code' });
    expect(await tokens({ code: await ask(), code_verifier: 'another' })).toMatchObject({ error: 'bad_verification_code' });
    const code = await ask();
    expect(await tokens({ code, code_verifier: 'the verifier' })).toMatchObject({ token_type: 'bearer', expires_in: 28_800 });
    expect(await tokens({ code, code_verifier: 'the verifier' })).toMatchObject({ error: 'bad_verification_code' });
  });

  it('gives a token that reaches what the person may read and the app is installed on, for eight hours', async () => {
    const given = await tokens({ code: codeOf(await authorize()) });
    const [token, refresh] = [String(given['access_token']), String(given['refresh_token'])];
    expect(await read(token, '/repos/acme/inside')).toBe(200);
    expect(await read(token, '/repos/acme/outside')).toBe(404);
    const eva = await tokens({ code: codeOf(await authorize({ login: 'eva' })) });
    expect(await read(String(eva['access_token']), '/repos/acme/inside')).toBe(404);
    github.advance(28_801_000);
    expect(await read(token, '/repos/acme/inside')).toBe(401);
    const renewed = await tokens({ grant_type: 'refresh_token', refresh_token: refresh });
    expect(await read(String(renewed['access_token']), '/user')).toBe(200);
    expect(await tokens({ grant_type: 'refresh_token', refresh_token: refresh })).toMatchObject({ error: 'bad_refresh_token' });
  });
});
