import { sprintTurns } from '../calendar/sprint-calendar.ts';
import type { Evaluation } from '../gates/gate-result.ts';
import { carryEnds } from '../gates/coverage/carry/carry-ends.ts';
import { freezeTurns } from '../freeze/frozen-on.ts';
import { endOfDecision } from '../people/end-of-decision.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { Verdict } from '../verdict/verdict.ts';

/**
 * The next instant after the snapshot's at which a verdict may change by itself: a wait, a waiver, an override, an
 * attestation, an approval with conditions, a sign-off that counts for some days or, while a pull request is open, a sprint
 * ends, or evidence that is carried forward becomes too old. ISO time in UTC; null when nothing ends.
 */
export function nextExpiry(snapshot: PullSnapshot, evaluation: Evaluation): string | null {
  const shown = evaluation.gates.flatMap(({ pulls }) => pulls.flatMap(({ verdict }) => endsIn(verdict)));
  // An attestation shows no date of its own in the tree. An override opens one pull request, and is in that one's tree.
  const { policy } = evaluation;
  const signed = snapshot.decisions
    .filter(({ kind }) => kind !== 'override')
    .flatMap((decision) => [decision.until, decision.due, policy && endOfDecision(policy, decision, snapshot.seeded)].filter((at) => typeof at === 'string'));
  const now = Date.parse(snapshot.now);
  const dated = policy ? [...freezeTurns(policy), ...carryEnds(policy, snapshot), ...(snapshot.pulls.length > 0 ? sprintTurns(policy) : [])] : [];
  const later = [...shown, ...signed, ...dated].map((at) => Date.parse(at)).filter((at) => at > now);
  return later.length === 0 ? null : new Date(later.reduce((a, b) => Math.min(a, b))).toISOString();
}

function endsIn({ deadline, waivedBy, children }: Verdict): string[] {
  const own = [deadline, waivedBy?.until].filter((at) => at !== undefined);
  return [...own, ...children.flatMap(endsIn)];
}
