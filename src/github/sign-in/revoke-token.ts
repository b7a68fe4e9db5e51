import { apiVersion } from '../client.ts';
import type { AppClient } from './app-client.ts';

const patience = 5_000;

/** Ends a person's token. One that is over already is no trouble; throws where GitHub does not answer. */
export async function revokeToken({ clientId, clientSecret, apiUrl }: AppClient, token: string): Promise<void> {
  const answer = await fetch(`${apiUrl}/applications/${clientId}/token`, {
    method: 'DELETE',
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/json',
      'user-agent': 'sprintgate',
      'x-github-api-version': apiVersion,
    },
    body: JSON.stringify({ access_token: token }),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  if (![204, 404, 422].includes(answer.status)) throw new Error(`GitHub does not revoke the token: status ${answer.status}`);
}
