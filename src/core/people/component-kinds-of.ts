import type { Policy } from '../policy/policy.ts';
import type { Rule } from '../rules/rule.ts';

/** The kinds of component by which a criterion is judged one by one, those of criteria it refers to included. Empty: it is judged as a whole. */
export function componentKindsOf(policy: Policy, criterionId: string): ReadonlySet<string> {
  return new Set(ofCriterion(policy, criterionId, new Set()));
}

function ofCriterion(policy: Policy, criterionId: string, seen: Set<string>): string[] {
  const criterion = policy.playbook.criteria.find(({ id }) => id === criterionId);
  if (!criterion || seen.has(criterionId)) return [];
  seen.add(criterionId);
  return inRule(policy, criterion.rule, seen);
}

function inRule(policy: Policy, rule: Rule, seen: Set<string>): string[] {
  if ('all' in rule) return rule.all.flatMap((part) => inRule(policy, part, seen));
  if ('any' in rule) return rule.any.flatMap((part) => inRule(policy, part, seen));
  if ('not' in rule) return inRule(policy, rule.not, seen);
  if ('criterion' in rule) return ofCriterion(policy, rule.criterion, seen);
  if ('coverage' in rule) return rule.coverage.of === 'total' ? [] : [rule.coverage.of];
  return 'tests' in rule && rule.tests.kind !== undefined ? [rule.tests.kind] : [];
}
