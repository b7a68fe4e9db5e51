import { createHash } from 'node:crypto';
import type { AppClient } from './app-client.ts';
import { webAddress } from './web-address.ts';

export interface AskedToAuthorize {
  /** Where GitHub leads back to; one of the app's callback URLs. */
  readonly redirectUri: string;
  readonly state: string;
  /** The secret of which GitHub is shown the digest now and the text later (PKCE, RFC 7636). */
  readonly verifier: string;
}

/** Where GitHub asks a person whether the app may know who they are. */
export function authorizeAddress({ clientId, apiUrl }: Omit<AppClient, 'clientSecret'>, { redirectUri, state, verifier }: AskedToAuthorize): string {
  const url = new URL(`${webAddress(apiUrl)}/login/oauth/authorize`);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const asked = { client_id: clientId, redirect_uri: redirectUri, state, code_challenge: challenge, code_challenge_method: 'S256' };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
}
