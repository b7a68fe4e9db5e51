import type { MissingAuthority } from '../../people/authority-holds.ts';
import { checkpointAuthority } from '../../people/checkpoint-authority.ts';
import type { Decision } from '../../people/decision.ts';
import { isExpired, oldestFirst, standingDecisions } from '../../people/standing-decisions.ts';
import { signatures } from '../../people/signatures.ts';
import type { Policy } from '../../policy/policy.ts';

/** How a checkpoint stands. `conditions` is signed too, but not yet without reserve; `partial` has some of the signatures. */
export type CheckpointStanding = 'approved' | 'conditions' | 'baseline' | 'rejected' | 'revoked' | 'expired' | 'partial' | 'unsigned';

export interface CheckpointState {
  readonly checkpoint: string;
  readonly state: CheckpointStanding;
  /** Whether work of later blocks may merge: approved, approved with conditions, or accepted as a baseline. */
  readonly signed: boolean;
  /** The decisions that make it so, oldest first. */
  readonly by: readonly Decision[];
  readonly conditions: readonly string[];
  /** When an approval with conditions runs out. */
  readonly until: string | null;
  /** What the authority still lacks; null when signed, or when the config names nobody. */
  readonly missing: MissingAuthority | null;
}

const approvals: readonly Decision['kind'][] = ['approve', 'approve-with-conditions'];

/** Works out a checkpoint's state from the decisions alone: closing its issue or ticking its boxes has no part in it. */
export function checkpointState(policy: Policy, decisions: readonly Decision[], at: { readonly id: string; readonly now: string }): CheckpointState {
  const { id: checkpointId, now } = at;
  const authority = checkpointAuthority(policy, checkpointId);
  const own = decisions.filter((decision) => isAbout(policy, decision, checkpointId));
  const standing = standingDecisions([...own, ...decisions.filter(({ kind }) => kind === 'revoke')], now);
  const rejected = standing.findLast(({ kind }) => kind === 'reject');
  // A rejection wipes out what was approved before it; whoever approves after it starts anew.
  const after = rejected ? standing.slice(standing.indexOf(rejected) + 1) : standing;
  const signed = signatures(
    policy,
    after.filter(({ kind }) => approvals.includes(kind)),
    authority,
  );
  const none = { checkpoint: checkpointId, signed: false, conditions: [], until: null, missing: signed.missing };
  if (signed.complete) return approvedState(checkpointId, signed.by);
  const baseline = signatures(
    policy,
    after.filter(({ kind }) => kind === 'baseline'),
    authority,
  );
  if (baseline.complete) return { ...none, state: 'baseline', signed: true, by: baseline.by, missing: null };
  if (rejected && after.length === 0) return { ...none, state: 'rejected', by: [rejected] };
  if (signed.by.length > 0) return { ...none, state: 'partial', by: signed.by };
  return { ...none, ...lapsed(own, decisions, now) };
}

function approvedState(checkpoint: string, by: readonly Decision[]): CheckpointState {
  const latest = latestOfEach(by);
  const reserved = latest.filter(({ kind }) => kind === 'approve-with-conditions');
  const until =
    reserved
      .map((decision) => decision.until)
      .filter((time) => time !== null)
      .sort()[0] ?? null;
  const conditions = reserved.flatMap((decision) => decision.conditions);
  return { checkpoint, state: reserved.length > 0 ? 'conditions' : 'approved', signed: true, by, conditions, until, missing: null };
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
