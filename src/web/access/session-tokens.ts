import { z } from 'zod';
import type { AppClient } from '../../github/sign-in/app-client.ts';
import { askForTokens, type UserTokens } from '../../github/sign-in/ask-for-tokens.ts';
import type { Database } from '../../store/database.ts';
import type { WithLock } from '../../store/mutex.ts';
import { findSession } from '../../store/sessions/find-session.ts';
import { resealSession } from '../../store/sessions/reseal-session.ts';
import { GitHubAwayError } from './github-away-error.ts';
import type { SessionKeys } from './session-keys.ts';
import { SessionOverError } from './session-over-error.ts';

/** The tokens of a session as they are kept: times in ISO, null where there is no end. */
const keptSchema = z.object({ token: z.string(), until: z.string().nullable(), refresh: z.object({ token: z.string(), until: z.string() }).nullable() });
type Kept = z.infer<typeof keptSchema>;

export interface SessionTokensOptions {
  readonly client: AppClient;
  readonly keys: SessionKeys;
  readonly db: Database;
  readonly withLock: WithLock;
  /** ISO time. */
  readonly now: () => string;
}

export interface SessionTokens {
  seal(session: string, tokens: UserTokens): string;
  /** The token as it is kept, however old; null for a session that is over. */
  kept(session: string): Promise<string | null>;
  /** A token that GitHub takes: one that is about to end is changed first. Rejects with a SessionOverError, or a GitHubAwayError. */
  fresh(session: string): Promise<string>;
}

/** So long (ms) before its end a token is not used any more. */
const margin = 5 * 60_000;

/** The tokens of sessions, sealed for the session that they belong to. */
export function sessionTokens({ client, keys, db, withLock, now }: SessionTokensOptions): SessionTokens {
  const purpose = (session: string): string => `tokens:${session}`;
  const endsSoon = ({ until }: Kept): boolean => until !== null && Date.parse(until) - Date.parse(now()) < margin;

  async function read(session: string): Promise<Kept | null> {
    const found = await findSession(db, session, now());
    const text = found && keys.open(purpose(session), found.sealed);
    return text === null ? null : keptSchema.parse(JSON.parse(text));
  }
  function seal(session: string, { token, seconds, refresh }: UserTokens): string {
    const after = (life: number): string => new Date(Date.parse(now()) + life * 1000).toISOString();
    const kept: Kept = { token, until: seconds === null ? null : after(seconds), refresh: refresh && { token: refresh.token, until: after(refresh.seconds) } };
    return keys.seal(purpose(session), JSON.stringify(kept));
  }
  /** A refresh token holds once: of several requests, and processes, one uses it. */
  const refreshed = (session: string): Promise<string> =>
    withLock(`web-session/${session}`, async () => {
      const kept = await read(session);
      if (!kept) throw new SessionOverError('signed out');
      if (!endsSoon(kept)) return kept.token;
      if (!kept.refresh || kept.refresh.until <= now()) throw new SessionOverError('the token is over');
      const tokens = await askForTokens(client, { grant: 'refresh', token: kept.refresh.token }).catch((cause: unknown) => {
        throw new GitHubAwayError('GitHub does not renew the token', { cause });
      });
      if (!tokens) throw new SessionOverError('GitHub does not renew the token');
      await resealSession(db, session, seal(session, tokens));
      return tokens.token;
    });
  return {
    seal,
    kept: async (session) => (await read(session))?.token ?? null,
    async fresh(session) {
      const kept = await read(session);
      if (!kept) throw new SessionOverError('signed out');
      return endsSoon(kept) ? refreshed(session) : kept.token;
    },
  };
}
