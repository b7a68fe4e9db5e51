import { inlineCode } from '../report/markdown.ts';
import { anyAuthorities } from './command-authorities.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import { provenAuthority } from './proven-authority.ts';
import { readSprint } from './read-sprint.ts';
import { sprintMilestone } from './sprint-milestone.ts';
import { usageOf } from './usage-of.ts';

/** Moves an issue that we seeded, or the issue or pull request on which it is written, to the milestone of a sprint. */
export function decideMove(context: CommandContext): CommandResult {
  const { command, policy, snapshot, comment, words } = context;
  const [, number, word = ''] = /^(?:#(\d+)\s+)?(?:(?:to|a|al)\s+)?(?:sprint\s+)?(\S*)$/i.exec(command.text) ?? [undefined, undefined, command.text];
  const sprint = readSprint(policy, word);
  if (sprint === null)
    return word === ''
      ? refuse('no-subject', words.noSprint(usageOf(context)))
      : refuse('unknown-subject', words.unknownSprint(inlineCode(word), usageOf(context)));
  const issue =
    number === undefined ? snapshot.issue : [snapshot.issue, ...snapshot.seeded, ...(snapshot.planned ?? [])].find((each) => each.number === Number(number));
  if (!issue) return refuse('unknown-subject', words.notSeeded(`#${number}`));
  const milestone = sprintMilestone(policy, snapshot.milestones ?? [], sprint);
  if (!milestone) return refuse('not-seeded', words.noMilestone(inlineCode(sprint)));
  if (issue.milestone === milestone.number) return refuse('already', words.alreadyThere(`#${issue.number}`, inlineCode(sprint)));
  const proven = provenAuthority(context, anyAuthorities(policy));
  if (proven.kind === 'result') return proven.result;
  const by = { id: comment.author.id, login: comment.author.login };
  const request = {
    kind: 'move',
    issue: snapshot.issue.number,
    commentId: comment.id,
    by,
    argument: sprint,
    move: { issue: issue.number, milestone: milestone.number },
  } as const;
  return { kind: 'requested', requests: [request], text: words.moved(`#${issue.number}`, inlineCode(sprint)) };
}
