import { applies } from '../backlog/applies.ts';
import type { SprintDates } from '../calendar/sprint-calendar.ts';
import { readMarked } from '../markers/marker.ts';
import type { Policy } from '../policy/policy.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import { itemsOf, leftBefore } from './sprint-work.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';

/** An item that a sprint could take on, and why it stands where it does. */
export interface Candidate {
  readonly issue: IssueFacts;
  /** The earlier sprint in which it was left; null for one of this sprint. */
  readonly left: number | null;
  /** Criteria that it serves and that bind by now, in the playbook's order. */
  readonly binding: readonly string[];
}

/** Open items for a sprint by what binds next: first what an earlier sprint left, then what serves criteria that bind, the earliest block first. */
export function orderByBinding(snapshot: SprintSnapshot, { sprint, block }: SprintDates): Candidate[] {
  const { policy } = snapshot;
  const left = leftBefore(snapshot, sprint).map(({ issue, sprint: from }) => ({ issue, left: from }));
  const own = itemsOf(snapshot, sprint).flatMap((issue) => (issue.state === 'open' ? [{ issue, left: null }] : []));
  return [...left, ...own]
    .map(({ issue, left: from }) => ({ issue, left: from, ...bindingOf(policy, issue, block) }))
    .toSorted((a, b) => Number(a.left === null) - Number(b.left === null) || a.rank - b.rank || a.issue.number - b.issue.number)
    .map(({ issue, left: from, binding }) => ({ issue, left: from, binding }));
}

function bindingOf(policy: Policy, { body }: IssueFacts, block: string): { binding: string[]; rank: number } {
  const { blocks, items, criteria } = policy.playbook;
  const place = (id: string) => blocks.findIndex((candidate) => candidate.id === id);
  const id = readMarked(body)?.marker.id;
  const served = items.find((item) => item.id === id)?.criteria ?? [];
  const binding = criteria.filter((criterion) => served.includes(criterion.id) && applies(criterion, policy) && place(criterion.block) <= place(block));
  return { binding: binding.map((criterion) => criterion.id), rank: Math.min(blocks.length, ...binding.map((criterion) => place(criterion.block))) };
}
