import type { Decision } from '../../core/people/decision.ts';
import { oldestFirst, standingDecisions } from '../../core/people/standing-decisions.ts';
import { readPayload } from '../../core/ledger/read-payload.ts';
import type { AuditCase } from './audit-case.ts';

/** A decision of a person as the release saw it. */
export interface DecisionFact {
  readonly decision: Decision;
  /** Neither revoked nor over when the release was decided. */
  readonly stands: boolean;
  /** The ledger's entry that recorded it; null where none in the bundle does: it rests on its signed receipt. */
  readonly entry: number | null;
}

/** What people had decided when the release was: sign-offs, attestations, waivers, their revocations, oldest first. */
export function listDecisions({ part, snapshot }: Pick<AuditCase, 'part' | 'snapshot'>): DecisionFact[] {
  const recorded = new Map<string, number>();
  for (const { seq, payload } of part.entries) for (const { id } of readPayload(payload)?.decisions ?? []) recorded.set(id, seq);
  const standing = new Set(standingDecisions(snapshot.decisions, snapshot.now).map(({ id }) => id));
  return snapshot.decisions
    .toSorted(oldestFirst)
    .map((decision) => ({ decision, stands: standing.has(decision.id), entry: recorded.get(decision.id) ?? null }));
}
