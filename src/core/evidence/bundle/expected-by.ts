import type { EvidenceState } from './bundle.ts';

/**
 * The deadline (ISO time) of evidence that is under way since `starts` (milliseconds); null when nothing is. A merge group's
 * waits although nothing has begun, because its checks are final, and never longer than its queue grants.
 */
export function expectedBy(evidence: EvidenceState, starts: readonly number[], minutes: number): string | null {
  const { awaitedUntil, bundles, refused } = evidence;
  if (starts.length === 0) return awaitedUntil !== undefined && bundles.length + refused.length === 0 ? awaitedUntil : null;
  const usual = new Date(Math.max(...starts) + minutes * 60_000).toISOString();
  return awaitedUntil !== undefined && Date.parse(awaitedUntil) < Date.parse(usual) ? awaitedUntil : usual;
}
