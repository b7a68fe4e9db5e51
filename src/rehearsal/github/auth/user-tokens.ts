import { createHash, randomBytes } from 'node:crypto';
import type { AppRecord, Token } from '../records/account.ts';
import type { World } from '../records/world.ts';

type SignedIn = Extract<Token, { readonly kind: 'signed-in' }>;

/** What a person allowed at `/login/oauth/authorize`, until the app fetches it. */
export interface Grant {
  readonly accountId: number;
  readonly appId: number;
  readonly redirectUri: string;
  /** S256 of what the app has to show; null where it asked without. */
  readonly challenge: string | null;
  readonly until: string;
}

// Source: docs.github.com, "Refreshing user access tokens" and "Generating a user access token": 10 minutes, 8 hours, 6 months.
const lives = { code: 600, token: 28_800, refresh: 15_897_600 };

export function later(world: World, seconds: number): string {
  return new Date(Date.parse(world.now()) + seconds * 1000).toISOString();
}

export function grantCode(world: World, grant: Omit<Grant, 'until'>): { readonly code: string; readonly grant: Grant } {
  return { code: randomBytes(10).toString('hex'), grant: { ...grant, until: later(world, lives.code) } };
}

/** A pair of tokens for a person in an app, as the answer tells it. */
export function issueTokens(world: World, { app, accountId }: { readonly app: AppRecord; readonly accountId: number }): Record<string, unknown> {
  const token: SignedIn = {
    kind: 'signed-in',
    value: `ghu_${randomBytes(18).toString('hex')}`,
    accountId,
    appId: app.id,
    expiresAt: later(world, lives.token),
    refreshToken: `ghr_${randomBytes(38).toString('hex')}`,
    refreshExpiresAt: later(world, lives.refresh),
  };
  world.tokens.set(token.value, token);
  return {
    access_token: token.value,
    expires_in: lives.token,
    refresh_token: token.refreshToken,
    refresh_token_expires_in: lives.refresh,
    scope: '',
    token_type: 'bearer',
  };
}

/** The pair that a refresh token belongs to; it holds once, and ends the token that it came with. */
export function useRefreshToken(world: World, { app, refreshToken }: { readonly app: AppRecord; readonly refreshToken: string }): number | null {
  const found = [...world.tokens.values()].find(
    (token): token is SignedIn => token.kind === 'signed-in' && token.appId === app.id && token.refreshToken === refreshToken,
  );
  if (found === undefined || found.refreshExpiresAt <= world.now()) return null;
  world.tokens.delete(found.value);
  return found.accountId;
}

export function fits({ challenge }: Grant, verifier: string | undefined): boolean {
  if (challenge === null) return verifier === undefined;
  return verifier !== undefined && createHash('sha256').update(verifier).digest('base64url') === challenge;
}
