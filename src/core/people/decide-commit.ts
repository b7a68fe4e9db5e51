import { inlineCode } from '../report/markdown.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import { anyAuthorities } from './command-authorities.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import { committedLabel } from './committed-label.ts';
import { isSprintItem } from './is-sprint-item.ts';
import { committedSprint, readCommit } from './planned-issues.ts';
import { provenAuthority } from './proven-authority.ts';
import { sprintMilestone } from './sprint-milestone.ts';
import { usageOf } from './usage-of.ts';

const mostListed = 20;

/**
 * Records what a team commits to for a sprint: the issues that are named, else the item on which it is written, else all
 * open ones of the sprint. Each goes to the sprint's milestone and gets its label; what comes later is seen by lacking it.
 */
export function decideCommit(context: CommandContext): CommandResult {
  const { command, policy, snapshot, words } = context;
  const { named, word } = readCommit(command.text);
  const sprint = committedSprint(policy, snapshot, word);
  if (sprint === null) return refuse('unknown-subject', words.unknownSprint(inlineCode(word), usageOf(context)));
  const milestone = sprintMilestone(policy, snapshot.milestones ?? [], sprint);
  if (!milestone) return refuse('not-seeded', words.noMilestone(inlineCode(sprint)));
  const strange = named.find((number) => !knownIssues(snapshot).some((issue) => issue.number === number));
  if (strange !== undefined) return refuse('unknown-subject', words.notOfPlan(`#${strange}`));
  const issues = chosen(context, named, milestone.number).filter(({ state }) => state === 'open');
  const label = committedLabel(sprint);
  const fresh = issues.filter((issue) => !issue.labels.includes(label) || issue.milestone !== milestone.number);
  if (fresh.length === 0) return refuse('already', words.nothingToCommit(inlineCode(sprint)));
  const proven = provenAuthority(context, anyAuthorities(policy));
  return proven.kind === 'result' ? proven.result : requested(context, { sprint, fresh, milestone: milestone.number });
}

function chosen({ policy, snapshot }: CommandContext, named: readonly number[], milestone: number): IssueFacts[] {
  const known = knownIssues(snapshot);
  if (named.length > 0) return known.filter(({ number }) => named.includes(number));
  const here = snapshot.seeded.find(({ number }) => number === snapshot.issue.number);
  if (here && isSprintItem(policy, here)) return [here];
  return known.filter((issue) => issue.milestone === milestone && isSprintItem(policy, issue));
}

/** The plan's issues, and those of people that the command is about. */
function knownIssues({ seeded, planned = [] }: CommandContext['snapshot']): IssueFacts[] {
  const ours = new Set(seeded.map(({ number }) => number));
  return [...seeded, ...planned.filter(({ number }) => !ours.has(number))];
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
