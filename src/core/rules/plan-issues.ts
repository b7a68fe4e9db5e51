import { applies } from '../backlog/applies.ts';
import { readMarked } from '../markers/marker.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import type { RuleContext } from './rule-context.ts';

export interface PlanIssues {
  /** Ids that the plan has for this repository. */
  readonly planned: readonly string[];
  /** What of them is on GitHub, by id. */
  readonly seeded: ReadonlyMap<string, IssueFacts>;
}

/** The issues of the plan that an id, or a prefix ending in `*`, stands for. Known by their marker, never by a title. */
export function planIssues(pattern: string, context: RuleContext): PlanIssues {
  const matches = pattern.endsWith('*') ? (id: string) => id.startsWith(pattern.slice(0, -1)) : (id: string) => id === pattern;
  const { policy, snapshot } = context;
  const planned = policy.playbook.items.filter((item) => matches(item.id) && applies(item, policy)).map((item) => item.id);
  const seeded = new Map<string, IssueFacts>();
  for (const issue of snapshot.seeded) {
    const marker = readMarked(issue.body)?.marker;
    if (marker && marker.unit === policy.unit && matches(marker.id) && keeps(seeded.get(marker.id), issue)) seeded.set(marker.id, issue);
  }
  return { planned, seeded };
}

/** Should an id stand twice, the open one is told: closing a copy must not hide it. */
function keeps(known: IssueFacts | undefined, issue: IssueFacts): boolean {
  return known === undefined || (known.state === 'closed' && issue.state === 'open');
}
