import { type GitHub, statusOf } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';
import { tokenClient } from '../token-client.ts';

/** GitHub does not take the person's token (any more). */
export class TokenRefusedError extends Error {
  override readonly name = 'TokenRefusedError';
}

/** A request that hangs holds up somebody who looks. */
const patience = 10_000;

/** GitHub as a person sees it through the app. */
export function personClient({ token, apiUrl }: { readonly token: string; readonly apiUrl: string }): GitHub {
  return tokenClient({ token, apiUrl, userAgent: 'sprintgate' });
}

/**
 * What GitHub answers a person; null where it says that there is nothing, or nothing for them. A token that is not taken is a
 * TokenRefusedError; everything else, limits above all, is thrown: it says neither yes nor no.
 */
export async function askAsPerson<T>(ask: (request: { readonly signal: AbortSignal }) => Promise<T>): Promise<T | null> {
  try {
    return await ask({ signal: AbortSignal.timeout(patience) });
  } catch (error) {
    const status = statusOf(error);
    if (status === 401) throw new TokenRefusedError('GitHub does not take the token');
    // 451: GitHub has taken the repository down.
    if (status === 451) return null;
    refusalOf(error);
    return null;
  }
}
