import { standingDecisions } from '../people/standing-decisions.ts';
import type { Waiver } from '../verdict/verdict.ts';
import type { RuleContext } from './rule-context.ts';

/** The waiver of a criterion that counts now: not revoked, not expired. One without an end date never counts. */
export function findWaiver(criterion: string, context: RuleContext): Waiver | null {
  const decision = standingDecisions(context.decisions, context.now).findLast(({ kind, subject, until }) => kind === 'waive' && subject === criterion && until !== null);
  if (!decision || decision.until === null) return null;
  return { decision: decision.id, login: decision.by.login, reason: decision.reason ?? '', until: decision.until };
}
