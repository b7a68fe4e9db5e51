import { readMarked } from '../markers/marker.ts';
import type { Policy } from '../policy/policy.ts';
import type { IssueFacts } from '../snapshot/facts.ts';

/** Whether a seeded issue is work of a sprint. A block and its checkpoint are not: they stand for all of it. */
export function isSprintItem(policy: Policy, { body }: IssueFacts): boolean {
  const id = readMarked(body)?.marker.id;
  const kind = policy.playbook.items.find((item) => item.id === id)?.kind;
  return kind !== 'block' && kind !== 'checkpoint';
}
