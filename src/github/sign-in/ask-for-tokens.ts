import { z } from 'zod';
import type { AppClient } from './app-client.ts';
import { webAddress } from './web-address.ts';

/** A person's tokens. The times are seconds from the answer on; null where the app's tokens do not expire. */
export interface UserTokens {
  readonly token: string;
  readonly seconds: number | null;
  readonly refresh: { readonly token: string; readonly seconds: number } | null;
}

export type TokenRequest =
  | { readonly grant: 'code'; readonly code: string; readonly verifier: string; readonly redirectUri: string }
  | { readonly grant: 'refresh'; readonly token: string };

const given = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().optional(),
  refresh_token: z.string().min(1).optional(),
  refresh_token_expires_in: z.number().positive().optional(),
});
// GitHub answers refusals 200 too. These say that the code or token is no good; others, that we are not set up well.
const refused = z.object({ error: z.enum(['bad_verification_code', 'bad_refresh_token', 'unverified_user_email']) });

const patience = 10_000;

/**
 * Gives a code, or a refresh token, for tokens. Null where GitHub does not take it. Throws where it says neither, and where it
 * does not take the app's own secret; the error holds nothing secret.
 */
export async function askForTokens({ clientId, clientSecret, apiUrl }: AppClient, asked: TokenRequest): Promise<UserTokens | null> {
  const answer = await fetch(`${webAddress(apiUrl)}/login/oauth/access_token`, {
    method: 'POST',
    headers: { accept: 'application/json', 'user-agent': 'sprintgate' },
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...fields(asked) }),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  const body: unknown = answer.ok ? await answer.json() : null;
  const tokens = given.safeParse(body);
  if (tokens.success) return tokensOf(tokens.data);
  if (refused.safeParse(body).success) return null;
  const why = z.object({ error: z.string().regex(/^\w{1,60}$/) }).safeParse(body);
  throw new Error(`GitHub gives no token: ${why.success ? why.data.error : `status ${answer.status}`}`);
}

function fields(asked: TokenRequest): Record<string, string> {
  if (asked.grant === 'refresh') return { grant_type: 'refresh_token', refresh_token: asked.token };
  return { code: asked.code, redirect_uri: asked.redirectUri, code_verifier: asked.verifier };
}

function tokensOf({ access_token: token, expires_in: seconds, refresh_token: refresh, refresh_token_expires_in: life }: z.infer<typeof given>): UserTokens {
  return { token, seconds: seconds ?? null, refresh: refresh === undefined ? null : { token: refresh, seconds: life ?? 0 } };
}
