import { readMarked } from '../markers/marker.ts';
import type { Policy } from '../policy/policy.ts';
import type { IssueFacts } from '../snapshot/facts.ts';

/** Our issues by what of the plan they are. Should an id stand twice, the open one is told: closing a copy must not hide it. */
export function issuesById(policy: Policy, seeded: readonly IssueFacts[]): ReadonlyMap<string, IssueFacts> {
  const byId = new Map<string, IssueFacts>();
  for (const issue of seeded) {
    const marker = readMarked(issue.body)?.marker;
    if (!marker || marker.unit !== policy.unit) continue;
    const known = byId.get(marker.id);
    if (known === undefined || (known.state === 'closed' && issue.state === 'open')) byId.set(marker.id, issue);
  }
  return byId;
}
