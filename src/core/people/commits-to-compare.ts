import type { Policy } from '../policy/policy.ts';
import type { Decision } from './decision.ts';
import { standingDecisions } from './standing-decisions.ts';

const signing: readonly Decision['kind'][] = ['approve', 'approve-with-conditions', 'baseline'];

/** The commits of sign-offs that a merge may void: of each person's latest one, since an earlier one of theirs is not asked. */
export function commitsToCompare(policy: Policy, decisions: readonly Decision[], now: string): string[] {
  const voidable = Object.entries(policy.voids ?? {}).flatMap(([id, rule]) => (rule.on === 'merge' ? [id] : []));
  const subjects = policy.playbook.blocks.flatMap(({ id, checkpoint }) => (voidable.includes(checkpoint) ? [id, checkpoint] : []));
  const standing = standingDecisions(decisions, now).filter(
    ({ kind, subject, unit }) => signing.includes(kind) && subjects.includes(subject) && unit === policy.unit,
  );
  const latest = new Map(standing.map((decision) => [`${decision.subject} ${decision.by.id}`, decision.commits.to]));
  return [...new Set(latest.values())];
}
