import type { CommandContext } from './command-context.ts';
import { issueOfSubject } from './issue-of-subject.ts';

/**
 * The issue on which a decision's receipt is posted: of a checkpoint its own, of a criterion or block its block's checkpoint's,
 * of a pull request that pull request. Few places, known in advance, so that receipts can be found again without a store.
 */
export function receiptIssue({ policy, snapshot }: CommandContext, subject: string): number {
  return issueOfSubject(policy, snapshot.seeded, subject) ?? snapshot.issue.number;
}
