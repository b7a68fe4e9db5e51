import { checkpointIssue } from './checkpoint-issue.ts';
import type { CommandContext } from './command-context.ts';

/**
 * The issue on which a decision's receipt is posted: of a checkpoint its own, of a criterion or block its block's checkpoint's,
 * of a pull request that pull request. Few places, known in advance, so that receipts can be found again without a store.
 */
export function receiptIssue({ policy, snapshot }: CommandContext, subject: string): number {
  const pull = /^(?:pull|config)\/(\d+)$/.exec(subject)?.[1];
  if (pull !== undefined) return Number(pull);
  const { blocks, criteria } = policy.playbook;
  const block = criteria.find(({ id }) => id === subject)?.block ?? subject;
  const checkpoint = blocks.find(({ id, checkpoint: own }) => id === block || own === subject)?.checkpoint;
  const issue = checkpoint === undefined ? null : checkpointIssue(policy, snapshot.seeded, checkpoint);
  return issue?.number ?? snapshot.issue.number;
}
