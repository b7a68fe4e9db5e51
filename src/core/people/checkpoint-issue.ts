import { readMarked } from '../markers/marker.ts';
import type { Policy } from '../policy/policy.ts';
import type { IssueFacts } from '../snapshot/facts.ts';

/** The seeded issue of a checkpoint, found by its marker; null while it is not seeded. */
export function checkpointIssue(policy: Policy, seeded: readonly IssueFacts[], checkpointId: string): IssueFacts | null {
  return seeded.find((issue) => checkpointOf(policy, issue) === checkpointId) ?? null;
}

/** The checkpoint whose own issue this number is; null when it is none's. */
export function checkpointOfIssue(policy: Policy, seeded: readonly IssueFacts[], number: number): string | null {
  const issue = seeded.find((candidate) => candidate.number === number);
  return issue ? checkpointOf(policy, issue) : null;
}

function checkpointOf(policy: Policy, issue: IssueFacts): string | null {
  const marked = readMarked(issue.body);
  if (!marked || marked.marker.unit !== policy.unit) return null;
  const item = policy.playbook.items.find(({ id, kind }) => kind === 'checkpoint' && id === marked.marker.id);
  return policy.playbook.blocks.find(({ id }) => id === item?.block)?.checkpoint ?? null;
}
