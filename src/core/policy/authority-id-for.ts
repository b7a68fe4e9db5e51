import type { AuthorityRule } from './policy.ts';

/** The key in `authorities:` that says who signs a checkpoint: its own where the configuration has one, else its authority's, set or not. */
export function authorityIdFor(
  policy: { readonly authorities: Readonly<Record<string, AuthorityRule>> },
  checkpoint: { readonly id: string; readonly authority: string },
): string {
  return Object.hasOwn(policy.authorities, checkpoint.id) ? checkpoint.id : checkpoint.authority;
}
