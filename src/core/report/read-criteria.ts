import { leftOutGroups } from '../gates/readiness/group-criteria.ts';
import { unitNodes } from '../gates/readiness/unit-nodes.ts';
import { worstFirst } from './outcome-signs.ts';
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
  const units = unitNodes(readiness);
  if (units.length > 0) return worstOfUnits(units.map(({ verdict }) => readCriteria(verdict, policy)));
  return readiness.children.flatMap((node): ReportedCriterion[] => {
    const binding = leftOut(node.id);
    if (binding) return node.children.map((verdict) => ({ binding, category: null, verdict }));
    if (policy.playbook.categories.includes(node.id)) return node.children.map((verdict) => ({ binding: 'binds', category: node.id, verdict }));
    return [{ binding: 'binds', category: null, verdict: node }];
  });
}

/** Each criterion as it stands in the unit where it is worst; where it binds goes first. */
function worstOfUnits(units: readonly (readonly ReportedCriterion[])[]): ReportedCriterion[] {
  return [...Map.groupBy(units.flat(), ({ verdict }) => verdict.id).values()].flatMap((same) => {
    const binding = same.filter((each) => each.binding === 'binds');
    const candidates = binding.length > 0 ? binding : same;
    return worstFirst(candidates, ({ verdict }) => verdict.verdict).slice(0, 1);
  });
}

function leftOut(id: string): Binding | null {
  if (id === leftOutGroups['not-yet']) return 'not-yet';
  if (id === leftOutGroups['later-target']) return 'later-target';
  return id === leftOutGroups['not-applicable'] ? 'not-applicable' : null;
}
