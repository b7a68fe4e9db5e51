import type { Policy } from '../policy/policy.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import { checkpointIssue } from './checkpoint-issue.ts';

/** Number of the issue on which a decision about something stands; null where it is neither on a pull request nor seeded. */
export function issueOfSubject(policy: Policy, seeded: readonly IssueFacts[], subject: string): number | null {
  const pull = /^(?:pull|config)\/(\d+)$/.exec(subject)?.[1];
  if (pull !== undefined) return Number(pull);
  const { blocks, criteria } = policy.playbook;
  const block = criteria.find(({ id }) => id === subject)?.block ?? subject;
  const checkpoint = blocks.find(({ id, checkpoint: own }) => id === block || own === subject)?.checkpoint;
  return checkpoint === undefined ? null : (checkpointIssue(policy, seeded, checkpoint)?.number ?? null);
}
