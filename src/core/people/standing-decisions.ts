import type { Decision } from './decision.ts';

/**
 * The decisions that count now, oldest first: neither revoked nor expired, each once. A revocation is itself a row that
 * cannot be revoked: who erred decides anew. Expiry is exclusive: at `until` it is over.
 */
export function standingDecisions(decisions: readonly Decision[], now: string): Decision[] {
  const revoked = new Set(decisions.filter((decision) => decision.kind === 'revoke').map((decision) => decision.subject));
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  return [...byId.values()].filter((decision) => decision.kind !== 'revoke' && !revoked.has(decision.id) && !isExpired(decision, now)).sort(oldestFirst);
}

/** Whether a decision had an end and it has come. */
export function isExpired(decision: Decision, now: string): boolean {
  return decision.until !== null && Date.parse(decision.until) <= Date.parse(now);
}

/** By time, then by id, so that two stores order equal times alike. */
export function oldestFirst(a: Decision, b: Decision): number {
  return Date.parse(a.at) - Date.parse(b.at) || a.source.commentId - b.source.commentId || a.source.line - b.source.line || (a.id < b.id ? -1 : 1);
}
