import { authorityFor } from '../../../core/policy/authority-for.ts';
import { issueOf, type Play } from '../play.ts';

export interface BlockEnd {
  readonly checkpoint: Play['policy']['playbook']['checkpoints'][number];
  readonly title: string;
  /** Number of the checkpoint's own issue. */
  readonly issue: number;
  readonly signers: readonly string[];
}

/** The checkpoint at the end of a block, its issue, and who signs it. */
export function blockEnd(play: Play, block: string): BlockEnd {
  const { cast, policy } = play;
  const checkpoint = policy.playbook.checkpoints.find((each) => each.block === block);
  const item = policy.playbook.items.find((each) => each.kind === 'checkpoint' && each.block === block);
  const issue = item ? issueOf(play, item.id) : null;
  if (!checkpoint || !issue) throw new Error(`block ${block} has no checkpoint with an issue`);
  const title = policy.text.checkpoints[checkpoint.id]?.title ?? checkpoint.id;
  return { checkpoint, title, issue: issue.number, signers: cast.signersOf(authorityFor(policy, checkpoint)) };
}

/** All who have to sign a checkpoint on its own issue, which the lead closes after. */
export async function signCheckpoint(play: Play, { checkpoint, issue, signers }: BlockEnd): Promise<void> {
  const { stage, cast, repository, words } = play;
  for (const signer of signers) stage.github.people.comment({ repository, as: signer, number: issue, body: words.approve(checkpoint.id) });
  await stage.settle();
  stage.github.people.close({ repository, as: cast.lead, number: issue, reason: 'completed' });
  await stage.settle();
}
