import { nextExpiry } from '../plan/next-expiry.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { standingOf } from './standing-of.ts';
import type { Standing } from './standing.ts';

/** How a repository stands, and until when. */
export interface StoodUntil {
  readonly standing: Standing;
  /** ISO time at which it may stand otherwise by itself: a sprint, a wait, a waiver or a sign-off ends. Null for never. */
  readonly until: string | null;
}

/** All that follows from a snapshot of the default branch's tip: plain values, so that whoever judges may be another process. Null while no configuration is in force. */
export function standHead(snapshot: PullSnapshot): StoodUntil | null {
  const stood = standingOf(snapshot);
  const [pull] = snapshot.pulls;
  if (!stood || !pull || snapshot.policy.kind !== 'in-force') return null;
  const { standing, readiness } = stood;
  const { policy } = snapshot.policy;
  const gate = {
    gate: readiness.gate,
    checkName: readiness.gate,
    enforcement: 'block',
    verdict: readiness.verdict,
    pulls: [{ pull, verdict: readiness }],
  } as const;
  return { standing, until: nextExpiry(snapshot, { headSha: snapshot.headSha, policy, gates: [gate], outside: [] }) };
}
