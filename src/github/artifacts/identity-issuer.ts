import { createRemoteJWKSet } from 'jose';
import type { JWTVerifyGetKey } from 'jose';

/** Who signs the identities of workflow jobs, and the keys that it publishes. */
export interface IdentityIssuer {
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
}

/**
 * The issuer that belongs to a GitHub: its own host's for GitHub Enterprise Server, else github.com's. Sources:
 * docs.github.com/actions/reference/openid-connect-reference, and "OpenID Connect on GitHub Enterprise Server" for `/_services/token`.
 */
export function issuerOf(apiUrl: string): string {
  const { protocol, host, hostname, pathname, origin } = new URL(apiUrl);
  if (hostname === 'api.github.com') return 'https://token.actions.githubusercontent.com';
  // GitHub Enterprise Cloud with data residency: api.SUBDOMAIN.ghe.com.
  if (hostname.startsWith('api.') && hostname.endsWith('.ghe.com')) return `https://token.actions.${hostname.slice('api.'.length)}`;
  return pathname.startsWith('/api/v3') ? `${protocol}//${host}/_services/token` : origin;
}

/** Keys are fetched when a token first asks for them, and again when one asks for a key that is new. */
export function identityIssuer(issuer: string): IdentityIssuer {
  return { issuer, keys: createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks`)) };
}
