import type { Plugin } from 'rolldown';

const changes = [
  ["import { OidcClient } from './oidc-utils.js';", ''],
  ['yield OidcClient.getIDToken(', "yield (yield import('./oidc-utils.js')).OidcClient.getIDToken("],
] as const;

/**
 * Lets `@actions/core` load its HTTP client only when a job asks for its identity. It imports it at once, which is half a
 * megabyte and a tenth of a second before an input is read. Fails when the library no longer reads as it did.
 */
export function lazyIdentity(): Plugin {
  return {
    name: 'lazy-identity',
    transform: {
      filter: { id: /@actions[\\/]core[\\/]lib[\\/]core\.js$/ },
      handler(code) {
        return changes.reduce((text, [from, to]) => {
          if (!text.includes(from)) throw new Error(`@actions/core has no longer ${from}; look at scripts/action/lazy-identity.ts`);
          return text.replace(from, to);
        }, code);
      },
    },
  };
}
