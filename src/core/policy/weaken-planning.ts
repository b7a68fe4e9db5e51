import type { Policy } from './policy.ts';
import type { Weakening } from './weakening.ts';

const strength = { allow: 0, warn: 1, block: 2 } as const;

/** Whether more work may go on without a plan. */
export function planningWeakenings(before: Policy, after: Policy): Weakening[] {
  const old = before.planning?.unplanned ?? 'allow';
  const now = after.planning?.unplanned ?? 'allow';
  if (strength[now] < strength[old]) return [{ kind: 'unplanned-loosened', path: 'planning.unplanned', from: old, to: now }];
  const known = before.planning?.exempt ?? [];
  const exempt = after.planning?.exempt ?? [];
  // Where nothing was asked before, nobody is let off by the new list.
  if (old === 'allow' || exempt.every((login) => known.includes(login))) return [];
  return [{ kind: 'unplanned-loosened', path: 'planning.exempt', from: known.join(', '), to: exempt.join(', ') }];
}
