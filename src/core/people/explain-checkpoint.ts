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
    snapshot: { now: snapshot.now, decisions, seeded: snapshot.seeded, unavailable: [] },
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
  const lines = [`**${escapeMarkdown(verdict.title)}**: ${renderProse(verdict.reason)}`, verdict.next === null ? '' : renderProse(verdict.next), people];
  return lines.filter((line) => line !== '').join('\n\n');
}

/** Every checkpoint and how it stands, as a table. */
export function explainStatus({ policy, snapshot, decisions }: CommandContext): string {
  const words = checkpointWords[policy.locale];
  const rows = policy.playbook.blocks.map((block) => {
    const state = checkpointState(policy, decisions, { id: block.checkpoint, now: snapshot.now, seeded: snapshot.seeded });
    const title = escapeMarkdown(policy.text.checkpoints[block.checkpoint]?.title ?? block.checkpoint);
    return [inlineCode(block.id), `${title} (${inlineCode(block.checkpoint)})`, words.standing[state.state], dueDay(policy, block) ?? ''];
  });
  return renderTable({ header: words.statusHead, rows });
}

function eligibleSigners(context: CommandContext, block: Block): EligibleSigners | null {
  const authority = checkpointAuthority(context.policy, block.checkpoint);
  const work = contributorsFor(context, block.checkpoint);
  if (work.kind === 'unknown') return null;
  const people = eligible(context.snapshot.holders, [authority], work.people);
  return people === null ? null : { people, complete: true };
}
