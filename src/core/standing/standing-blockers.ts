import { worstFirst } from '../report/outcome-signs.ts';
import type { Standing, StandingCriterion } from './standing.ts';

/** The criteria that bind and do not hold, worst first, else in the playbook's order. */
export function standingBlockers({ criteria }: Pick<Standing, 'criteria'>): StandingCriterion[] {
  const open = criteria.filter(({ binding, outcome }) => binding === 'binds' && outcome !== 'pass');
  return worstFirst(open, ({ outcome }) => outcome);
}
