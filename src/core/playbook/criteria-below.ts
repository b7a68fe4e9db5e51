import type { Rule } from '../rules/rule.ts';
import type { Playbook } from './playbook-schema.ts';
import { walkRule } from './walk-rule.ts';

/** The ids of all criteria on which a rule rests, through any number of steps. Ends on circles too. */
export function criteriaBelow(playbook: Playbook, rule: Rule): Set<string> {
  const found = new Set<string>();
  const open = directly(rule);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const criterion = playbook.criteria.find(({ id }) => id === next);
    if (criterion) open.push(...directly(criterion.rule));
  }
  return found;
}

function directly(rule: Rule): string[] {
  return walkRule(rule).flatMap((leaf) => ('criterion' in leaf.rule ? [leaf.rule.criterion] : []));
}
