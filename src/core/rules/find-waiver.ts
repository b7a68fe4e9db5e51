import { signatures } from '../people/signatures.ts';
import { standingDecisions } from '../people/standing-decisions.ts';
import type { Decision } from '../people/decision.ts';
import type { Waiver } from '../verdict/verdict.ts';
import type { RuleContext } from './rule-context.ts';

/**
 * The waiver of a criterion that counts now: not revoked, not expired, and signed by as many as its authority needs. It ends
 * with the first of the signatures that it rests on. One without an end date never counts.
 */
export function findWaiver(criterion: string, context: RuleContext): Waiver | null {
  const own = context.decisions.filter(({ kind, subject, until }) => kind === 'revoke' || (kind === 'waive' && subject === criterion && until !== null));
  const standing = standingDecisions(own, context.now);
  const last = standing.at(-1);
  if (!last) return null;
  const signed = signatures(context.policy, standing, last.proof.authority);
  return signed.complete ? waiverOf(signed.by) : null;
}

/** Of somebody who waived twice the later one counts. */
function waiverOf(by: readonly Decision[]): Waiver | null {
  const latest = [...new Map(by.map((decision) => [decision.by.id, decision])).values()];
  const last = latest.at(-1);
  const until = latest.flatMap((decision) => decision.until ?? []).sort((a, b) => Date.parse(a) - Date.parse(b))[0];
  if (!last || until === undefined) return null;
  return { decision: last.id, login: latest.map((decision) => decision.by.login).join(', '), reason: last.reason ?? '', until };
}
