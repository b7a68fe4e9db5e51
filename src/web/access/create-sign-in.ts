import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { personClient } from '../../github/sign-in/ask-as-person.ts';
import { askForTokens } from '../../github/sign-in/ask-for-tokens.ts';
import { authorizeAddress } from '../../github/sign-in/authorize-address.ts';
import { readPerson } from '../../github/sign-in/read-person.ts';
import { revokeToken } from '../../github/sign-in/revoke-token.ts';
import { findSession } from '../../store/sessions/find-session.ts';
import { forgetSession } from '../../store/sessions/forget-session.ts';
import { saveSession } from '../../store/sessions/save-session.ts';
import { GitHubAwayError } from './github-away-error.ts';
import type { SessionTokens, SessionTokensOptions } from './session-tokens.ts';
import type { SignIn, SignInBegun } from './sign-in.ts';

export interface SignInOptions extends SessionTokensOptions {
  readonly tokens: SessionTokens;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** How long a session lives. */
  readonly hours: number;
  /** A token that could not be revoked, and why: it ends by itself. */
  readonly onLeftover: (error: unknown) => void;
}

const keepsakeSchema = z.object({ state: z.string(), verifier: z.string(), to: z.string(), until: z.string() });
type Keepsake = z.infer<typeof keepsakeSchema>;

/** What a browser keeps while its owner is at GitHub holds so long. */
const keepsakeMs = 600_000;

/** Signing in by the app's own web flow, with state and PKCE. Sessions are kept in the database, tokens sealed; a cookie is signed, and names one. */
export function createSignIn(options: SignInOptions): SignIn {
  const { keys, db, now, hours, tokens } = options;
  return {
    seconds: hours * 3600,
    begin: (to) => begin(options, to),
    async finish({ code, state, keepsake }) {
      const kept = openKeepsake(options, keepsake);
      if (!kept || kept.state !== state) return null;
      const cookie = await signedIn(options, { code, verifier: kept.verifier });
      return cookie === null ? null : { cookie, to: kept.to };
    },
    async viewer(cookie) {
      const [value = '', signature = ''] = cookie.split('.', 2);
      if (!keys.signed('cookie', { text: value, signature })) return null;
      const found = await findSession(db, sessionOf(value), now());
      return found && { kind: 'person', id: found.person, login: found.login, session: found.id };
    },
    formToken: (session) => keys.sign('form', session),
    async signOut(session) {
      const token = await tokens.kept(session);
      await forgetSession(db, session);
      // Signed out here it is in any case.
      if (token !== null) await revokeToken(options.client, token).catch(options.onLeftover);
    },
    forget: (session) => forgetSession(db, session),
  };
}

function begin({ keys, client, now, baseUrl }: SignInOptions, to: string): SignInBegun {
  const [state, verifier] = [secret(), secret()];
  const keepsake: Keepsake = { state, verifier, to, until: new Date(Date.parse(now()) + keepsakeMs).toISOString() };
  const url = authorizeAddress(client, { redirectUri: callbackOf(baseUrl), state, verifier });
  return { url, keepsake: keys.seal('sign-in', JSON.stringify(keepsake)) };
}

function openKeepsake({ keys, now }: SignInOptions, sealed: string): Keepsake | null {
  const text = keys.open('sign-in', sealed);
  const kept = text === null ? null : keepsakeSchema.parse(JSON.parse(text));
  return kept && kept.until > now() ? kept : null;
}

/** The cookie of a new session; null where GitHub does not confirm the person. */
async function signedIn(options: SignInOptions, { code, verifier }: { readonly code: string; readonly verifier: string }): Promise<string | null> {
  const { keys, client, db, now, hours, baseUrl, tokens } = options;
  const found = await orAway(async () => {
    const given = await askForTokens(client, { grant: 'code', code, verifier, redirectUri: callbackOf(baseUrl) });
    const person = given && (await readPerson(personClient({ token: given.token, apiUrl: client.apiUrl })));
    return given && person ? { given, person } : null;
  });
  if (!found) return null;
  const value = secret();
  const id = sessionOf(value);
  const endsAt = new Date(Date.parse(now()) + hours * 3_600_000).toISOString();
  await saveSession(db, { id, person: found.person.id, login: found.person.login, sealed: tokens.seal(id, found.given), endsAt }, now());
  return `${value}.${keys.sign('cookie', value)}`;
}

async function orAway<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw new GitHubAwayError('GitHub does not say who signs in', { cause });
  }
}

function callbackOf(baseUrl: string): string {
  return `${baseUrl}/sign-in/callback`;
}

function sessionOf(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}
