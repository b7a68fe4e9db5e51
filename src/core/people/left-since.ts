import type { AuthorityHolders } from './authority-proof.ts';
import type { Decision } from './decision.ts';

/** Logins of those who signed and no longer hold the authority under which they did: told, for it takes no signature back. Empty while not all holders are known. */
export function leftSince(by: readonly Decision[], holders: Readonly<Record<string, AuthorityHolders>>): string[] {
  const left = by.filter(({ by: signer, proof }) => {
    const held = holders[proof.authority];
    return held?.complete === true && !held.people.some(({ id }) => id === signer.id);
  });
  return [...new Set(left.map(({ by: signer }) => signer.login))];
}
