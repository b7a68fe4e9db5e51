import { Hono } from 'hono';
import { html } from 'hono/html';
import type { World } from '../records/world.ts';
import { fits, type Grant, grantCode, issueTokens, useRefreshToken } from './user-tokens.ts';

/**
 * GitHub's side of signing in to an app: `/login/oauth/authorize` asks who one is, `/login/oauth/access_token` gives a token for
 * the code. Errors of the latter are answered 200, as GitHub does. Source: docs.github.com, "Generating a user access token for a GitHub App".
 */
export function signInRoutes(world: World): Hono {
  const grants = new Map<string, Grant>();
  const app = new Hono();
  app.get('/login/oauth/authorize', (context) => {
    const asked = context.req.query();
    const client = [...world.apps.values()].find(({ clientId }) => clientId === asked['client_id']);
    if (client === undefined) return context.notFound();
    const [registered] = client.callbackUrls;
    const redirectUri = asked['redirect_uri'] ?? registered;
    if (registered === undefined || redirectUri === undefined) return context.text('the app has no callback URL', 400);
    const back = (values: Record<string, string>) => {
      const url = new URL(client.callbackUrls.includes(redirectUri) ? redirectUri : registered);
      for (const [name, value] of Object.entries({ ...values, ...(asked['state'] === undefined ? {} : { state: asked['state'] }) }))
        url.searchParams.set(name, value);
      return context.redirect(url.href);
    };
    if (!client.callbackUrls.includes(redirectUri)) return back({ error: 'redirect_uri_mismatch' });
    if ((asked['code_challenge'] === undefined) !== (asked['code_challenge_method'] !== 'S256')) return back({ error: 'invalid_request' });
    if (asked['deny'] !== undefined) return back({ error: 'access_denied' });
    const person = [...world.accounts.values()].find(({ login, type }) => type === 'User' && login === asked['login']);
    if (person === undefined) return context.html(whoPage(world, context.req.url));
    const { code, grant } = grantCode(world, { accountId: person.id, appId: client.id, redirectUri, challenge: asked['code_challenge'] ?? null });
    grants.set(code, grant);
    return back({ code });
  });
  app.post('/login/oauth/access_token', async (context) => context.json(exchange(world, grants, await context.req.parseBody())));
  return app;
}

function exchange(world: World, grants: Map<string, Grant>, asked: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const app = [...world.apps.values()].find(({ clientId, clientSecret }) => clientId === asked['client_id'] && clientSecret === asked['client_secret']);
  if (app === undefined) return { error: 'incorrect_client_credentials', error_description: 'The client_id and/or client_secret passed are incorrect.' };
  if (asked['grant_type'] === 'refresh_token') {
    const accountId = useRefreshToken(world, { app, refreshToken: String(asked['refresh_token']) });
    if (accountId === null) return { error: 'bad_refresh_token', error_description: 'The refresh token passed is incorrect or expired.' };
    return issueTokens(world, { app, accountId });
  }
  const code = String(asked['code']);
  const grant = grants.get(code);
  grants.delete(code);
  const verifier = asked['code_verifier'] === undefined ? undefined : String(asked['code_verifier']);
  if (grant === undefined || grant.appId !== app.id || grant.until <= world.now() || !fits(grant, verifier))
    return { error: 'bad_verification_code', error_description: 'The code passed is incorrect or expired.' };
  if (asked['redirect_uri'] !== undefined && asked['redirect_uri'] !== grant.redirectUri) return { error: 'redirect_uri_mismatch' };
  return issueTokens(world, { app, accountId: grant.accountId });
}

/** GitHub knows who is signed in there; here one says it. */
function whoPage(world: World, url: string) {
  const people = [...world.accounts.values()].filter(({ type }) => type === 'User');
  const link = (name: string, value: string): string => {
    const to = new URL(url);
    to.searchParams.set(name, value);
    return `${to.pathname}${to.search}`;
  };
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Authorize · embedded GitHub</title>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main>
          <h1>Who are you on this embedded GitHub?</h1>
          <ul>
            ${people.map(({ login }) => html`<li><a href="${link('login', login)}">${login}</a></li>`)}
          </ul>
          <p><a href="${link('deny', '1')}">Cancel</a></p>
        </main>
      </body>
    </html>`;
}
