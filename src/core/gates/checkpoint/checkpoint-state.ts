import type { MissingAuthority } from '../../people/authority-holds.ts';
import { checkpointAuthority } from '../../people/checkpoint-authority.ts';
import { conditionStandings, hasLapsed, type ConditionStanding } from '../../people/condition-issues.ts';
import type { Decision } from '../../people/decision.ts';
import { isExpired, oldestFirst, standingDecisions } from '../../people/standing-decisions.ts';
import { signatures } from '../../people/signatures.ts';
import type { Policy } from '../../policy/policy.ts';
import type { MergedSinceCommits } from '../../people/merged-since.ts';
import { type VoidedBy, voidOf } from '../../people/void-of.ts';
import type { IssueFacts } from '../../snapshot/facts.ts';

/**
 * How a checkpoint stands. `conditions` is signed too, but not yet without reserve; `lapsed` was, until a condition was not met in
 * time; `voided` was, until later work or its age voided it; `partial` has some of the signatures.
 */
export type CheckpointStanding = 'approved' | 'conditions' | 'lapsed' | 'voided' | 'baseline' | 'rejected' | 'revoked' | 'expired' | 'partial' | 'unsigned';

export interface CheckpointState {
  readonly checkpoint: string;
  readonly state: CheckpointStanding;
  /** Whether work of later blocks may merge: approved, approved with conditions, or accepted as a baseline. */
  readonly signed: boolean;
  /** The decisions that make it so, oldest first. */
  readonly by: readonly Decision[];
  /** Those of the approvals that make it so, met or not. */
  readonly conditions: readonly ConditionStanding[];
  /** When an approval with conditions runs out unless they are met. */
  readonly until: string | null;
  /** What the authority still lacks; null when signed, or when the config names nobody. */
  readonly missing: MissingAuthority | null;
  /** What voids each decision of `by`, where the policy says that something does. */
  readonly voided?: readonly VoidedBy[];
}

const approvals: readonly Decision['kind'][] = ['approve', 'approve-with-conditions'];

export interface CheckpointMoment {
  readonly id: string;
  readonly now: string;
  /** Our issues, with those of conditions among them. Left out, no condition counts as met once its day has come. */
  readonly seeded?: readonly IssueFacts[];
  /** What was merged since the sign-offs; `ignored` where it does not matter whether one was voided since. */
  readonly merged?: MergedSinceCommits | 'ignored' | undefined;
}

/**
 * Works out a checkpoint's state from the decisions: closing its issue or ticking its boxes has no part in it. The issues of
 * conditions have: an approval under conditions that were not met in time no longer counts.
 */
export function checkpointState(policy: Policy, decisions: readonly Decision[], at: CheckpointMoment): CheckpointState {
  const { id: checkpointId, now, seeded = [] } = at;
  const authority = checkpointAuthority(policy, checkpointId);
  const own = decisions.filter((decision) => isAbout(policy, decision, checkpointId));
  const standing = standingDecisions([...own, ...decisions.filter(({ kind }) => kind === 'revoke')], now);
  const rejected = standing.findLast(({ kind }) => kind === 'reject');
  // A rejection wipes out what was approved before it; whoever approves after it starts anew.
  const after = rejected ? standing.slice(standing.indexOf(rejected) + 1) : standing;
  const voidedBy = (decision: Decision): VoidedBy | null =>
    at.merged === 'ignored' ? null : voidOf(policy, decision, { checkpoint: checkpointId, now, merged: at.merged });
  const counting = after.filter((decision) => voidedBy(decision) === null);
  const approved = counting.filter(({ kind }) => approvals.includes(kind));
  const signed = signatures(
    policy,
    approved.filter((decision) => !hasLapsedFor(decision.by.id, approved, { seeded, now })),
    authority,
  );
  const none = { checkpoint: checkpointId, signed: false, conditions: [], until: null, missing: signed.missing };
  if (signed.complete) return approvedState(checkpointId, signed.by, seeded);
  const baseline = signatures(
    policy,
    counting.filter(({ kind }) => kind === 'baseline'),
    authority,
  );
  if (baseline.complete) return { ...none, state: 'baseline', signed: true, by: baseline.by, missing: null };
  if (rejected && after.length === 0) return { ...none, state: 'rejected', by: [rejected] };
  const voided = latestOfEach(after).flatMap((decision) => [voidedBy(decision)].flatMap((by) => (by ? [{ decision, by }] : [])));
  if (voided.length > 0) return { ...none, state: 'voided', by: voided.map(({ decision }) => decision), voided: voided.map(({ by }) => by) };
  const broken = latestOfEach(approved).filter((decision) => hasLapsed(decision, { seeded, now }));
  if (broken.length > 0)
    return { ...none, state: 'lapsed', by: broken, conditions: broken.flatMap((decision) => conditionStandings(decision, seeded)), until: earliest(broken) };
  if (signed.by.length > 0) return { ...none, state: 'partial', by: signed.by };
  return { ...none, ...lapsed(own, decisions, now) };
}

function approvedState(checkpoint: string, by: readonly Decision[], seeded: readonly IssueFacts[]): CheckpointState {
  const reserved = latestOfEach(by).filter(({ kind }) => kind === 'approve-with-conditions');
  const standings = reserved.map((decision) => ({ decision, conditions: conditionStandings(decision, seeded) }));
  const open = standings.filter(({ conditions }) => conditions.some(({ met }) => !met)).map(({ decision }) => decision);
  const conditions = standings.flatMap((each) => each.conditions);
  return { checkpoint, state: open.length > 0 ? 'conditions' : 'approved', signed: true, by, conditions, until: earliest(open), missing: null };
}

function earliest(reserved: readonly Decision[]): string | null {
  return (
    reserved
      .map(({ due, until }) => due ?? until)
      .filter((time) => time !== null)
      .sort()[0] ?? null
  );
}

/** Whose latest approval has lapsed: an earlier one of theirs does not come back. */
function hasLapsedFor(person: number, approved: readonly Decision[], seen: { readonly seeded: readonly IssueFacts[]; readonly now: string }): boolean {
  return latestOfEach(approved).some((decision) => decision.by.id === person && hasLapsed(decision, seen));
}

/** Who approves again without conditions lifts their own. */
function latestOfEach(by: readonly Decision[]): Decision[] {
  return [...new Map(by.map((decision) => [decision.by.id, decision])).values()];
}

function lapsed(own: readonly Decision[], all: readonly Decision[], now: string): { state: CheckpointStanding; by: Decision[] } {
  const last = own
    .filter(({ kind }) => kind !== 'revoke')
    .sort(oldestFirst)
    .at(-1);
  if (!last) return { state: 'unsigned', by: [] };
  const revocation = all.find(({ kind, subject }) => kind === 'revoke' && subject === last.id);
  if (revocation) return { state: 'revoked', by: [revocation] };
  return isExpired(last, now) ? { state: 'expired', by: [last] } : { state: 'unsigned', by: [] };
}

function isAbout(policy: Policy, decision: Decision, checkpointId: string): boolean {
  if (decision.unit !== policy.unit) return false;
  if (approvals.includes(decision.kind) || decision.kind === 'reject') return decision.subject === checkpointId;
  if (decision.kind !== 'baseline') return false;
  const block = policy.playbook.blocks.find(({ checkpoint }) => checkpoint === checkpointId);
  return decision.subject === checkpointId || decision.subject === block?.id;
}
