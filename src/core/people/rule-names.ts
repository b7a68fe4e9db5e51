import type { AuthorityRule } from '../policy/policy.ts';
import type { HeldName } from './authority-proof.ts';

/** Every team, user and role that an authority's rule names, each once. */
export function ruleNames(rule: AuthorityRule): HeldName[] {
  const found = new Map<string, HeldName>();
  for (const leaf of leaves(rule)) {
    for (const name of leafNames(leaf)) found.set(`${name.kind}:${foldName(name)}`, name);
  }
  return [...found.values()];
}

/** Names of one leaf. */
export function leafNames(leaf: AuthorityLeaf): HeldName[] {
  return [
    ...(leaf.teams ?? []).map((name): HeldName => ({ kind: 'team', name })),
    ...(leaf.users ?? []).map((name): HeldName => ({ kind: 'user', name })),
    ...(leaf.roles ?? []).map((name): HeldName => ({ kind: 'role', name })),
  ];
}

/** GitHub compares team slugs and logins without case; `@acme/security` is written for `acme/security`. */
export function foldName(name: HeldName): string {
  return name.name.replace(/^@/, '').toLowerCase();
}

export type AuthorityLeaf = Extract<AuthorityRule, { readonly count: number }>;

function leaves(rule: AuthorityRule): AuthorityLeaf[] {
  if ('all' in rule) return rule.all.flatMap(leaves);
  if ('any' in rule) return rule.any.flatMap(leaves);
  return [rule];
}
