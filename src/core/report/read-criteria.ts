import { leftOutGroups } from '../gates/readiness/group-criteria.ts';
import type { Policy } from '../policy/policy.ts';
import type { Binding } from '../rules/evaluate-criteria.ts';
import type { Verdict } from '../verdict/verdict.ts';

export interface ReportedCriterion {
  readonly binding: Binding;
  /** Category of the playbook, or null for what does not bind. */
  readonly category: string | null;
  readonly verdict: Verdict;
}

/** The criteria of a readiness verdict, as its tree groups them: the report shows what was decided, and decides nothing itself. */
export function readCriteria(readiness: Verdict, policy: Policy): ReportedCriterion[] {
  return readiness.children.flatMap((node): ReportedCriterion[] => {
    const binding = leftOut(node.id);
    if (binding) return node.children.map((verdict) => ({ binding, category: null, verdict }));
    if (policy.playbook.categories.includes(node.id)) return node.children.map((verdict) => ({ binding: 'binds', category: node.id, verdict }));
    return [{ binding: 'binds', category: null, verdict: node }];
  });
}

function leftOut(id: string): Binding | null {
  if (id === leftOutGroups['not-yet']) return 'not-yet';
  if (id === leftOutGroups['later-target']) return 'later-target';
  return id === leftOutGroups['not-applicable'] ? 'not-applicable' : null;
}
