import type { Policy } from '../policy/policy.ts';
import { labelKey } from './label-key.ts';
import type { Rule } from './rule.ts';

/** Every set of labels whose open issues some criterion counts, as `labelKey` writes it: what the snapshot has to count. */
export function countedLabels(policy: Policy): string[] {
  return [...new Set(policy.playbook.criteria.flatMap((criterion) => labelsOf(criterion.rule)))].sort();
}

function labelsOf(rule: Rule): readonly string[] {
  if ('all' in rule) return rule.all.flatMap(labelsOf);
  if ('any' in rule) return rule.any.flatMap(labelsOf);
  if ('not' in rule) return labelsOf(rule.not);
  return 'issues' in rule && 'labels' in rule.issues ? [labelKey(rule.issues.labels)] : [];
}
