import { receiptLine } from '../../../core/people/receipt-payload.ts';
import { authorityFor } from '../../../core/policy/authority-for.ts';
import { mergeIfGreen } from '../merge-if-green.ts';
import { dayOfSprint, goTo, issueOf, type Play, runTests } from '../play.ts';
import { sprintMilestone } from '../sprint-milestone.ts';
import { homeOf, tellPull, type Told } from '../told.ts';

type Block = Play['policy']['playbook']['blocks'][number];
type Checkpoint = Play['policy']['playbook']['checkpoints'][number];

/** Work of a later sprint waits for the checkpoints before it; reviewers sign, and it may go on. */
export async function* checkpoint(play: Play): AsyncGenerator<Told> {
  const { policy } = play;
  const { blocks } = policy.playbook;
  const block = blocks[Math.min(2, blocks.length - 1)];
  const sprint = block?.sprints[0];
  if (!block || sprint === undefined) return;
  const before = blocks.slice(0, blocks.indexOf(block));
  goTo(play, dayOfSprint(policy, sprint, -4));
  yield* deliver(play, blocks[0]);
  const pull = openEarly(play, sprint);
  await play.stage.settle();
  yield tellPull(play, pull, { scene: 'early', gateKind: 'checkpoint' });
  for (const each of policy.playbook.checkpoints.filter((of) => before.some(({ id }) => id === of.block))) yield await sign(play, each);
  const merged = await mergeIfGreen(play, pull);
  yield tellPull(play, pull, { scene: 'late', gateKind: 'checkpoint', facts: { merged: merged ? play.cast.lead : '' } });
}

/** The team closes what it delivered in the first block: milestones show it, and no checkpoint is signed by it. */
async function* deliver(play: Play, block: Block | undefined): AsyncGenerator<Told> {
  const { stage, cast, policy, repository } = play;
  const done = policy.playbook.items.filter(({ kind, block: of }) => of === block?.id && (kind === 'deliverable' || kind === 'entry'));
  const issues = done.flatMap(({ id }) => issueOf(play, id) ?? []);
  const milestone = issues[0]?.milestone;
  if (!block || milestone === null || milestone === undefined) return;
  for (const { number } of issues) stage.github.people.close({ repository, as: cast.lead, number });
  await stage.settle();
  yield {
    scene: 'worked',
    facts: { block: policy.text.blocks[block.id]?.title ?? block.id, issues: issues.length },
    check: null,
    path: `${homeOf(play)}/milestone/${milestone}`,
  };
}

function openEarly(play: Play, sprint: number) {
  const { stage, cast, material, repository, words } = play;
  stage.github.people.commit({ repository, as: cast.developer, branch: 'explain', files: material.early.files, message: words.earlyTitle });
  const closes = issueOf(play, 's03.api.explanation');
  const body = closes === null ? words.earlyBody : `${words.earlyBody}\n\nCloses #${closes.number}`;
  const pull = stage.github.people.openPull({ repository, as: cast.developer, head: 'explain', title: words.earlyTitle, body });
  stage.github.people.setMilestone({ repository, as: cast.developer, number: pull.number, milestone: sprintMilestone(repository, sprint) });
  runTests(play, pull, material.early);
  return pull;
}

/** Everybody who has to signs a checkpoint on its own issue. */
async function sign(play: Play, checkpointOf: Checkpoint): Promise<Told> {
  const { stage, cast, policy, repository, words } = play;
  const item = policy.playbook.items.find(({ kind, block }) => kind === 'checkpoint' && block === checkpointOf.block);
  const issue = item ? issueOf(play, item.id) : null;
  const signers = cast.signersOf(authorityFor(policy, checkpointOf));
  const title = policy.text.checkpoints[checkpointOf.id]?.title ?? checkpointOf.id;
  if (!issue || signers.length === 0)
    return { scene: 'unsigned', facts: { checkpoint: title }, check: null, path: issue && `${homeOf(play)}/issues/${issue.number}` };
  for (const signer of signers) stage.github.people.comment({ repository, as: signer, number: issue.number, body: words.approve(checkpointOf.id) });
  await stage.settle();
  const scene = signers.every((signer) => hasReceipt(play, issue.number, signer)) ? 'signed' : 'refused';
  return { scene, facts: { checkpoint: title, who: signers.join(', '), count: signers.length }, check: null, path: `${homeOf(play)}/issues/${issue.number}` };
}

/** Whether the app answered on the issue with the receipt of this person's decision. */
function hasReceipt({ repository }: Play, issue: number, signer: string): boolean {
  return [...repository.comments.values()].some(
    ({ issueNumber, appId, body }) => issueNumber === issue && appId !== null && receiptLine.test(body) && body.includes(`\`${signer}\``),
  );
}
