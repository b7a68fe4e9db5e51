import type { AuthorityRule } from './policy.ts';

/**
 * Whether everyone who satisfies the first rule satisfies the second one too. Never true when it is not so; it may be
 * false for two rules that come to the same by a roundabout way.
 */
export function authorityImplies(rule: AuthorityRule, other: AuthorityRule): boolean {
  // Without branches a rule never holds: it implies anything, and only its like implies it.
  if ('any' in rule) return rule.any.every((branch) => authorityImplies(branch, other));
  if ('all' in rule && rule.all.length === 0) return true;
  if ('all' in other) return other.all.length > 0 && other.all.every((branch) => authorityImplies(rule, branch));
  if ('any' in other && other.any.some((branch) => authorityImplies(rule, branch))) return true;
  if ('all' in rule) return rule.all.some((branch) => authorityImplies(branch, other));
  if ('any' in other) return false;
  return rule.count >= other.count && namesOf(rule).every((name) => namesOf(other).includes(name));
}

/** Every name in a rule as `team:acme/x`, `user:ciso` or `role:admin`, in lower case since GitHub ignores it. */
export function namesOf(rule: AuthorityRule): string[] {
  if ('all' in rule) return rule.all.flatMap(namesOf);
  if ('any' in rule) return rule.any.flatMap(namesOf);
  return [
    ...(rule.teams ?? []).map((name) => `team:${name.toLowerCase()}`),
    ...(rule.users ?? []).map((name) => `user:${name.toLowerCase()}`),
    ...(rule.roles ?? []).map((name) => `role:${name}`),
  ];
}

/** A rule on one line, for a report: `2 of team:acme/x, user:ciso`. */
export function authorityText(rule: AuthorityRule): string {
  if ('all' in rule) return `all(${rule.all.map(authorityText).join('; ')})`;
  if ('any' in rule) return `any(${rule.any.map(authorityText).join('; ')})`;
  return `${rule.count} of ${namesOf(rule).join(', ')}`;
}
