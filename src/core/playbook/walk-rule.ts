import type { LeafRuleKind, Rule } from '../rules/rule.ts';

type Leaf = Exclude<Rule, { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }>;

/** One rule without inner rules, and the path from the top to it. */
export interface RuleLeaf {
  readonly kind: LeafRuleKind;
  readonly rule: Leaf;
  readonly path: readonly (string | number)[];
}

/** All leaves of a rule, in reading order. */
export function walkRule(rule: Rule, path: readonly (string | number)[] = []): RuleLeaf[] {
  if ('all' in rule) return rule.all.flatMap((inner, index) => walkRule(inner, [...path, 'all', index]));
  if ('any' in rule) return rule.any.flatMap((inner, index) => walkRule(inner, [...path, 'any', index]));
  if ('not' in rule) return walkRule(rule.not, [...path, 'not']);
  const kind = Object.keys(rule)[0] as LeafRuleKind;
  return [{ kind, rule, path }];
}
