import { readMarked } from '../markers/marker.ts';
import type { Policy } from '../policy/policy.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import { isSprintText } from '../sprint-life/sprint-ids.ts';

/** Whether an issue is work of a sprint. A block and its checkpoint are not: they stand for all of it; nor are our planning and retrospective issues. */
export function isSprintItem(policy: Policy, { body }: IssueFacts): boolean {
  const id = readMarked(body)?.marker.id;
  const kind = policy.playbook.items.find((item) => item.id === id)?.kind;
  return kind !== 'block' && kind !== 'checkpoint' && !isSprintText({ body });
}
