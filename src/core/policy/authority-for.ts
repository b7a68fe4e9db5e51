import { authorityIdFor } from './authority-id-for.ts';
import type { AuthorityRule, Policy } from './policy.ts';

/** Who signs a checkpoint: its own entry where the configuration has one, else that of its authority; null when nobody is named. */
export function authorityFor(policy: Pick<Policy, 'authorities'>, checkpoint: { readonly id: string; readonly authority: string }): AuthorityRule | null {
  const id = authorityIdFor(policy, checkpoint);
  return Object.hasOwn(policy.authorities, id) ? (policy.authorities[id] ?? null) : null;
}
