import type { AuthorityRule, Policy } from './policy.ts';

/** Who signs a checkpoint: its own entry where the configuration has one, else that of its authority; null when nobody is named. */
export function authorityFor(policy: Pick<Policy, 'authorities'>, checkpoint: { readonly id: string; readonly authority: string }): AuthorityRule | null {
  const { authorities } = policy;
  const key = [checkpoint.id, checkpoint.authority].find((id) => Object.hasOwn(authorities, id));
  return key === undefined ? null : (authorities[key] ?? null);
}
