import type { Policy } from '../policy/policy.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import { attestationsOf } from './command-authorities.ts';
import { conditionStandings } from './condition-issues.ts';
import type { Decision } from './decision.ts';
import { signOffEnd } from './sign-off-end.ts';

const day = 86_400_000;

/**
 * The instant at which a decision stops counting by itself, as an ISO time in UTC; null for never. An attestation ends with its
 * own date or its rule's longest validity, whichever comes first; an approval with conditions when they are due and not met,
 * and any sign-off after the days for which the configuration lets it count.
 */
export function endOfDecision(policy: Policy, decision: Decision, seeded: readonly IssueFacts[]): string | null {
  const ends = [decision.until, validity(policy, decision), dueOf(decision, seeded), signOffEnd(policy, decision)].flatMap((end) =>
    end === null ? [] : Date.parse(end),
  );
  return ends.length === 0 ? null : new Date(Math.min(...ends)).toISOString();
}

/** Of several rules that the same authority attests, the one that is the first to ask again. */
function validity(policy: Policy, decision: Decision): string | null {
  if (decision.kind !== 'attest') return null;
  const days = attestationsOf(policy, decision.subject)
    .filter(({ authority }) => authority === decision.proof.authority)
    .map(({ validDays }) => validDays);
  return days.length === 0 ? null : new Date(Date.parse(decision.at) + Math.min(...days) * day).toISOString();
}

function dueOf(decision: Decision, seeded: readonly IssueFacts[]): string | null {
  if (decision.due === undefined) return null;
  return conditionStandings(decision, seeded).every(({ met }) => met) ? null : decision.due;
}
