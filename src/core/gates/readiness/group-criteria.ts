import type { Policy } from '../../policy/policy.ts';
import type { CriterionVerdict } from '../../rules/evaluate-criteria.ts';
import { latestDeadline } from '../../rules/latest-deadline.ts';
import { ruleNode } from '../../rules/rule-node.ts';
import { combineAll } from '../../verdict/combine.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { readinessWords } from './readiness-words.ts';

/** Ids of the groups that hold what does not bind; a category of the playbook never has a colon. */
export const leftOutGroups = { 'not-yet': 'left-out:not-yet', 'later-target': 'left-out:later-target', 'not-applicable': 'left-out:scope' } as const;

/** The criteria as the tree shows them: what binds by category, in the playbook's order, then what does not bind and why. */
export function groupCriteria(criteria: readonly CriterionVerdict[], policy: Policy): Verdict[] {
  const categories = policy.playbook.categories.flatMap((category) => {
    const binding = criteria.filter((each) => each.binding === 'binds' && each.criterion.category === category).map((each) => each.verdict);
    return binding.length === 0 ? [] : [categoryNode(category, binding, policy)];
  });
  // A criterion of a category that the playbook does not list binds none the less.
  const others = criteria
    .filter((each) => each.binding === 'binds' && !policy.playbook.categories.includes(each.criterion.category))
    .map((each) => each.verdict);
  return [...categories, ...others, ...leftOutCriteria(criteria, policy)];
}

function categoryNode(category: string, children: readonly Verdict[], policy: Policy): Verdict {
  const verdict = combineAll(children.map((child) => child.verdict));
  const held = children.filter((child) => child.verdict === 'pass').length;
  return ruleNode({
    id: category,
    title: policy.text.categories[category]?.title ?? category,
    verdict,
    code: `category.${verdict}`,
    reason: readinessWords[policy.locale].category(held, children.length),
    next: children.find((child) => child.verdict === verdict)?.next ?? null,
    children,
    deadline: verdict === 'pending' ? latestDeadline(children) : undefined,
  });
}

/** What does not bind, in one group for each reason. */
export function leftOutCriteria(criteria: readonly CriterionVerdict[], policy: Policy): Verdict[] {
  const say = readinessWords[policy.locale];
  const groups = [
    { binding: 'not-yet', title: say.notYet, reason: say.notYetReason },
    { binding: 'later-target', title: say.laterTarget, reason: say.laterTargetReason },
    { binding: 'not-applicable', title: say.outOfScope, reason: say.outOfScopeReason },
  ] as const;
  return groups.flatMap(({ binding, title, reason }) => {
    const children = criteria.filter((each) => each.binding === binding).map((each) => each.verdict);
    if (children.length === 0) return [];
    return [ruleNode({ id: leftOutGroups[binding], title, verdict: 'not-applicable', code: `criteria.${binding}`, reason: reason(children.length), children })];
  });
}
