import type { Decision, DecisionKind } from '../people/decision.ts';
import { endOfDecision } from '../people/end-of-decision.ts';
import { signatures } from '../people/signatures.ts';
import { oldestFirst } from '../people/standing-decisions.ts';
import { scopeKey } from '../people/waiver-scope.ts';
import type { RegisterFacts } from './register-facts.ts';

export const registerSections = ['waivers', 'attestations', 'overrides', 'conditions', 'approvals', 'baselines'] as const;

export type RegisterSection = (typeof registerSections)[number];

/** One decision as the register tells it. */
export interface RegisterEntry {
  readonly decision: Decision;
  readonly section: RegisterSection;
  /** When it ends by itself; null for never. */
  readonly end: string | null;
  /** How it came to its end; null while it stands. */
  readonly over: { readonly how: 'expired' | 'revoked' | 'replaced' | 'released' | 'closed'; readonly at: string } | null;
  /** False while further people have to sign before it counts. */
  readonly counts: boolean;
}

const sections: Readonly<Record<DecisionKind, RegisterSection | null>> = {
  waive: 'waivers',
  attest: 'attestations',
  override: 'overrides',
  hold: 'overrides',
  'approve-with-conditions': 'conditions',
  baseline: 'baselines',
  // Told only where it ends: else it is how its checkpoint stands, as a rejection is. The others are told with what they end.
  approve: 'approvals',
  reject: null,
  revoke: null,
  unhold: null,
};

/** Every decision that the register tells of, what stands first, then by its end; what never ends comes last. */
export function registerEntries(facts: RegisterFacts): RegisterEntry[] {
  const own = facts.decisions.filter(({ repository, unit }) => repository === facts.repository.id && unit === facts.policy.unit);
  const decisions = [...new Map(own.map((decision) => [decision.id, decision])).values()].sort(oldestFirst);
  // What ends or replaces a decision has the same subject, or the decision for its subject.
  const about = Map.groupBy(decisions, ({ subject }) => subject);
  const entries = decisions.flatMap((decision): RegisterEntry[] => {
    const section = sections[decision.kind];
    if (section === null) return [];
    const end = endOfDecision(facts.policy, decision, facts.seeded);
    if (decision.kind === 'approve' && end === null) return [];
    const others = [...(about.get(decision.subject) ?? []), ...(about.get(decision.id) ?? [])];
    return [{ decision, section, end, over: howOver({ decision, end, others }, facts), counts: true }];
  });
  const standing = Map.groupBy(
    entries.filter(({ over }) => over === null).map(({ decision }) => decision),
    sameKey,
  );
  return entries.map((entry) => ({ ...entry, counts: entry.over === null && counts(entry.decision, standing, facts) })).sort(soonestFirst);
}

interface Place {
  readonly decision: Decision;
  readonly end: string | null;
  /** Decisions about the same, and about this decision. */
  readonly others: readonly Decision[];
}

/** Whatever came first ended it: a revocation after the end changes nothing any more. */
function howOver({ decision, end, others }: Place, { now, openPulls }: RegisterFacts): RegisterEntry['over'] {
  const revoked = others.find(({ kind, subject }) => kind === 'revoke' && subject === decision.id);
  const later = others.filter((other) => isLater(other, decision));
  const replaced = later.find((other) => replaces(other, decision));
  const released = decision.kind === 'hold' ? later.find(({ kind }) => kind === 'unhold') : undefined;
  const ways = [
    ...(revoked ? [{ how: 'revoked' as const, at: revoked.at }] : []),
    ...(replaced ? [{ how: 'replaced' as const, at: replaced.at }] : []),
    ...(released ? [{ how: 'released' as const, at: released.at }] : []),
    ...(end !== null && Date.parse(end) <= Date.parse(now) ? [{ how: 'expired' as const, at: end }] : []),
    ...(isOfClosedPull(decision, openPulls) ? [{ how: 'closed' as const, at: decision.at }] : []),
  ];
  return ways.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0] ?? null;
}

function isLater(other: Decision, decision: Decision): boolean {
  return oldestFirst(decision, other) < 0;
}

/** Somebody's later word on the same takes the place of their earlier one. A rejection wipes out everybody's approvals. */
function replaces(other: Decision, decision: Decision): boolean {
  if (isApproval(decision)) return other.kind === 'reject' || (other.by.id === decision.by.id && isApproval(other));
  return (
    other.kind === decision.kind &&
    other.by.id === decision.by.id &&
    other.proof.authority === decision.proof.authority &&
    scopeKey(other.scope) === scopeKey(decision.scope) &&
    (decision.kind !== 'override' || other.commits.to === decision.commits.to)
  );
}

function isApproval({ kind }: Decision): boolean {
  return kind === 'approve' || kind === 'approve-with-conditions';
}

function isOfClosedPull({ kind, subject }: Decision, openPulls: readonly number[] | null): boolean {
  return kind === 'hold' && openPulls !== null && !openPulls.includes(Number(subject.replace('pull/', '')));
}

function sameKey({ kind, subject, scope, proof }: Decision): string {
  return [kind, subject, scopeKey(scope), proof.authority].join(' ');
}

function counts(decision: Decision, standing: ReadonlyMap<string, readonly Decision[]>, { policy }: RegisterFacts): boolean {
  return decision.kind === 'hold' || signatures(policy, standing.get(sameKey(decision)) ?? [], decision.proof.authority).complete;
}

function soonestFirst(a: RegisterEntry, b: RegisterEntry): number {
  if (a.over && b.over) return Date.parse(b.over.at) - Date.parse(a.over.at) || oldestFirst(a.decision, b.decision);
  if (a.over || b.over) return a.over ? 1 : -1;
  return endOf(a) - endOf(b) || oldestFirst(a.decision, b.decision);
}

function endOf({ end }: RegisterEntry): number {
  return end === null ? Number.MAX_SAFE_INTEGER : Date.parse(end);
}
