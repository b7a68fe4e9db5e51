import { backlogItems } from '../backlog/backlog-items.ts';
import type { ItemKind } from '../playbook/playbook-schema.ts';
import { walkRule } from '../playbook/walk-rule.ts';
import type { Policy } from '../policy/policy.ts';
import { checkpointIssue } from '../people/checkpoint-issue.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import { issuesById } from '../standing/issues-by-id.ts';

/** These hold work, and are none. */
const around: readonly ItemKind[] = ['block', 'checkpoint', 'risk'];

/**
 * The seeded issue in which a criterion is worked at, by the criterion's id: the first open one of the plan's items that
 * serve it; where its rule asks for a checkpoint, that one's own. Criteria without an issue are left out.
 */
export function criterionIssues(policy: Policy, seeded: readonly IssueFacts[]): ReadonlyMap<string, number> {
  if (seeded.length === 0) return new Map();
  const issues = issuesById(policy, seeded);
  const found = new Map<string, IssueFacts>();
  const items = backlogItems(policy);
  for (const { id, item } of [...items.filter(({ kind }) => !around.includes(kind)), ...items.filter(({ kind }) => around.includes(kind))]) {
    const issue = issues.get(id);
    if (!issue) continue;
    for (const criterion of item.criteria) {
      const known = found.get(criterion);
      if (!known || (known.state === 'closed' && issue.state === 'open')) found.set(criterion, issue);
    }
  }
  return new Map(
    policy.playbook.criteria.flatMap(({ id, rule }) => {
      const asked = walkRule(rule).flatMap((leaf) => ('checkpoint' in leaf.rule ? [leaf.rule.checkpoint] : []));
      const signed = asked.flatMap((checkpoint) => checkpointIssue(policy, seeded, checkpoint) ?? [])[0];
      const issue = signed ?? found.get(id);
      return issue ? [[id, issue.number] as const] : [];
    }),
  );
}
