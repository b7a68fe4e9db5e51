import { sprintKey } from '../backlog/milestone-key.ts';
import { currentSprint } from '../calendar/sprint-calendar.ts';
import { checkpointState } from '../gates/checkpoint/checkpoint-state.ts';
import { checkpointWords } from '../gates/checkpoint/checkpoint-words.ts';
import { dueDay, judgeCheckpoint } from '../gates/checkpoint/judge-checkpoint.ts';
import type { EligibleSigners } from '../gates/checkpoint/nobody-left.ts';
import type { Block } from '../playbook/playbook-schema.ts';
import { escapeMarkdown, inlineCode, renderProse } from '../report/markdown.ts';
import { renderTable } from '../report/render-table.ts';
import { checkpointAuthority } from './checkpoint-authority.ts';
import type { CommandContext } from './command-context.ts';
import { leftSince } from './left-since.ts';
import { committedLabel } from './committed-label.ts';
import { isSprintItem } from './is-sprint-item.ts';
import { sprintMilestone } from './sprint-milestone.ts';
import { contributorsFor, eligible } from './independence.ts';

/** One checkpoint in words: how it stands, what is next, and who may still sign. */
export function explainCheckpoint(context: CommandContext, block: Block): string {
  const { policy, snapshot, decisions } = context;
  const words = checkpointWords[policy.locale];
  const signers = eligibleSigners(context, block);
  const verdict = judgeCheckpoint({
    policy,
    block,
    current: `${policy.text.sprint} ${currentSprint(policy, snapshot.now)}`,
    snapshot: {
      now: snapshot.now,
      decisions,
      seeded: snapshot.seeded,
      unavailable: [],
      ...(snapshot.mergedSince ? { mergedSince: snapshot.mergedSince } : {}),
    },
    ...(signers ? { eligible: signers } : {}),
  });
  const people =
    verdict.verdict !== 'pass' && signers && signers.people.length > 0
      ? words.maySign(
          signers.people
            .slice(0, 20)
            .map(({ login }) => inlineCode(login))
            .join(', '),
        )
      : '';
  const lines = [
    `**${escapeMarkdown(verdict.title)}**: ${renderProse(verdict.reason)}`,
    formerSigners(context, block),
    verdict.next === null ? '' : renderProse(verdict.next),
    people,
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

/** Whoever left the authority since: flagged, and nothing changes. */
function formerSigners({ policy, snapshot, decisions }: CommandContext, block: Block): string {
  const at = { id: block.checkpoint, now: snapshot.now, seeded: snapshot.seeded, merged: snapshot.mergedSince };
  const state = checkpointState(policy, decisions, at);
  const left = state.signed ? leftSince(state.by, snapshot.holders) : [];
  return left.length === 0 ? '' : checkpointWords[policy.locale].heldThen(left.map((login) => inlineCode(login)).join(', '));
}

/** Every checkpoint and how it stands, as a table. */
export function explainStatus(context: CommandContext): string {
  const { policy, snapshot, decisions } = context;
  const words = checkpointWords[policy.locale];
  const rows = policy.playbook.blocks.map((block) => {
    const state = checkpointState(policy, decisions, { id: block.checkpoint, now: snapshot.now, seeded: snapshot.seeded, merged: snapshot.mergedSince });
    const title = escapeMarkdown(policy.text.checkpoints[block.checkpoint]?.title ?? block.checkpoint);
    return [inlineCode(block.id), `${title} (${inlineCode(block.checkpoint)})`, words.standing[state.state], dueDay(policy, block) ?? ''];
  });
  const table = renderTable({ header: words.statusHead, rows });
  return [table, ...explainSprint(context)].join('\n\n');
}

/** What is open in the current sprint, and how much of it the team committed to; nothing while it is not seeded. */
function explainSprint({ policy, snapshot, words }: CommandContext): string[] {
  const sprint = sprintKey(currentSprint(policy, snapshot.now));
  const milestone = sprintMilestone(policy, snapshot.milestones ?? [], sprint);
  if (!milestone) return [];
  const open = snapshot.seeded.filter((issue) => issue.milestone === milestone.number && issue.state === 'open' && isSprintItem(policy, issue));
  const committed = open.filter(({ labels }) => labels.includes(committedLabel(sprint))).length;
  return [words.sprintStands({ sprint: inlineCode(sprint), open: open.length, committed })];
}

function eligibleSigners(context: CommandContext, block: Block): EligibleSigners | null {
  const authority = checkpointAuthority(context.policy, block.checkpoint);
  const work = contributorsFor(context, block.checkpoint);
  if (work.kind === 'unknown') return null;
  const people = eligible(context.snapshot.holders, [authority], work.people);
  return people === null ? null : { people, complete: true };
}
