import { sprintKey } from '../backlog/milestone-key.ts';
import { currentSprint } from '../calendar/sprint-calendar.ts';
import { inlineCode } from '../report/markdown.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import { anyAuthorities } from './command-authorities.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import { committedLabel } from './committed-label.ts';
import { isSprintItem } from './is-sprint-item.ts';
import { provenAuthority } from './proven-authority.ts';
import { readSprint } from './read-sprint.ts';
import { sprintMilestone } from './sprint-milestone.ts';
import { usageOf } from './usage-of.ts';

const mostListed = 20;

/**
 * Records what a team commits to for a sprint: the issues that are named, else the item on which it is written, else all
 * open ones of the sprint. Each goes to the sprint's milestone and gets its label; what comes later is seen by lacking it.
 */
export function decideCommit(context: CommandContext): CommandResult {
  const { command, policy, snapshot, words } = context;
  const [, numbers = '', word = ''] = /^((?:#\d+[\s,]*)*)(?:(?:to|for|a|al|para\s+el|para)\s+)?(?:sprint\s+)?(.*)$/i.exec(command.text) ?? [];
  const sprint = word === '' ? sprintKey(currentSprint(policy, snapshot.now)) : readSprint(policy, word);
  if (sprint === null) return refuse('unknown-subject', words.unknownSprint(inlineCode(word), usageOf(context)));
  const milestone = sprintMilestone(policy, snapshot.milestones ?? [], sprint);
  if (!milestone) return refuse('not-seeded', words.noMilestone(inlineCode(sprint)));
  const named = [...numbers.matchAll(/\d+/g)].map(([number]) => Number(number));
  const strange = named.find((number) => !snapshot.seeded.some((issue) => issue.number === number));
  if (strange !== undefined) return refuse('unknown-subject', words.notOfPlan(`#${strange}`));
  const issues = chosen(context, named, milestone.number).filter(({ state }) => state === 'open');
  const label = committedLabel(sprint);
  const fresh = issues.filter((issue) => !issue.labels.includes(label) || issue.milestone !== milestone.number);
  if (fresh.length === 0) return refuse('already', words.nothingToCommit(inlineCode(sprint)));
  const proven = provenAuthority(context, anyAuthorities(policy));
  return proven.kind === 'result' ? proven.result : requested(context, { sprint, fresh, milestone: milestone.number });
}

function chosen({ policy, snapshot }: CommandContext, named: readonly number[], milestone: number): IssueFacts[] {
  if (named.length > 0) return snapshot.seeded.filter(({ number }) => named.includes(number));
  const here = snapshot.seeded.find(({ number }) => number === snapshot.issue.number);
  if (here && isSprintItem(policy, here)) return [here];
  return snapshot.seeded.filter((issue) => issue.milestone === milestone && isSprintItem(policy, issue));
}

function requested(
  { command, snapshot, comment, words }: CommandContext,
  { sprint, fresh, milestone }: { sprint: string; fresh: readonly IssueFacts[]; milestone: number },
): CommandResult {
  const listed = fresh.slice(0, mostListed).map(({ number }) => `#${number}`);
  const request = {
    kind: 'commit',
    issue: snapshot.issue.number,
    commentId: comment.id,
    by: { id: comment.author.id, login: comment.author.login },
    argument: command.text,
    commit: { issues: fresh.map(({ number }) => number), milestone, label: committedLabel(sprint) },
  } as const;
  const text = words.committed({
    sprint: inlineCode(sprint),
    issues: listed.join(', '),
    more: fresh.length - listed.length,
    label: inlineCode(committedLabel(sprint)),
  });
  return { kind: 'requested', requests: [request], text };
}
