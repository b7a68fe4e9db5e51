import type { Policy } from '../policy/policy.ts';
import { problemActor } from '../report/problem-actor.ts';
import { readCriteria, type ReportedCriterion } from '../report/read-criteria.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { StandingCriterion } from './standing.ts';

/** All criteria as the readiness verdict has them: those that bind by category, then the others. */
export function standingCriteria(readiness: Verdict, policy: Policy): StandingCriterion[] {
  return readCriteria(readiness, policy).map(toCriterion);
}

function toCriterion({ binding, category, verdict }: ReportedCriterion): StandingCriterion {
  const { id, title, verdict: outcome, reason, next, waivedBy } = verdict;
  return {
    id,
    title,
    category,
    binding,
    outcome,
    reason,
    next,
    actor: binding === 'binds' && outcome !== 'pass' ? problemActor(verdict) : null,
    waived: waivedBy ? { by: waivedBy.login, until: waivedBy.until } : null,
  };
}
