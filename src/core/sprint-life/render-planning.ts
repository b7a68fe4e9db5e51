import { commandLine } from '../backlog/command-line.ts';
import { sprintKey } from '../backlog/milestone-key.ts';
import { daysBetween } from '../calendar/calendar-day.ts';
import { type SprintDates, sprintCalendar } from '../calendar/sprint-calendar.ts';
import { sprintMilestone } from '../people/sprint-milestone.ts';
import { escapeMarkdown, inlineCode } from '../report/markdown.ts';
import { renderTable } from '../report/render-table.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import { itemsAtPace, measurePace, type Pace } from './measure-pace.ts';
import { type Candidate, orderByBinding } from './order-by-binding.ts';
import { type PlanningScope, planningScope, rememberScope } from './planning-scope.ts';
import { type PlanningWords, planningWords } from './planning-words.ts';
import { takeOn } from './render-review.ts';
import { checkpointTitle, issueLines, otherSprint } from './sprint-names.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';
import { leftBefore } from './sprint-work.ts';

const mostRows = 60;
const mostBacklog = 10;
/** What one page of the product backlog holds. */
const pageOfBacklog = 100;

/** What the planning issue of a sprint says: before a commit what is proposed, after it what became of it. */
export function renderPlanning(snapshot: SprintSnapshot, dates: SprintDates, remembered: readonly number[] | null): string {
  const { policy } = snapshot;
  const say = planningWords[policy.locale];
  const scope = planningScope(snapshot, dates, remembered);
  const parts = scope
    ? [
        rememberScope({ leftOut: remembered ?? scope.leftOut.map(({ number }) => number) }),
        ...head(snapshot, dates, say),
        ...afterCommit(snapshot, dates, scope),
      ]
    : [...head(snapshot, dates, say), proposal(snapshot, dates)];
  return [...parts, productBacklog(snapshot, dates), `<sub>${say.note}</sub>`].filter((part) => part !== '').join('\n\n');
}

function head({ policy }: SprintSnapshot, { start, end, block }: SprintDates, say: PlanningWords): string[] {
  const checkpoint = policy.playbook.blocks.find(({ id }) => id === block)?.checkpoint;
  const due = sprintCalendar(policy).findLast((each) => each.block === block)?.end ?? end;
  return [`${say.dates(start, end)}${checkpoint === undefined ? '' : ` ${say.ends(checkpointTitle(policy, checkpoint), due)}`}`];
}

function proposal(snapshot: SprintSnapshot, dates: SprintDates): string {
  const { policy } = snapshot;
  const say = planningWords[policy.locale];
  const candidates = orderByBinding(snapshot, dates);
  if (candidates.length === 0) return `### ${say.heading.proposed}\n\n${say.nothing}`;
  const pace = measurePace(policy, snapshot.issues, dates.start);
  const expected = pace && pace.closed > 0 ? Math.min(candidates.length, itemsAtPace(pace, daysBetween(dates.start, dates.end) + 1)) : candidates.length;
  const rows = candidates
    .slice(0, mostRows)
    .map((candidate, index) => [index < expected ? say.inPace : say.beyond, named(candidate.issue), why(candidate, say)]);
  const chosen = candidates.slice(0, expected).map(({ issue }) => issue);
  return [
    `### ${say.heading.proposed}`,
    paceLine(pace, dates, say),
    renderTable({ header: say.header, rows }),
    candidates.length > mostRows ? say.more(candidates.length - mostRows) : '',
    `${say.howToCommit}\n\n${takeOn(policy.locale, chosen, dates.sprint)}`,
    `${say.howToMove(some(snapshot, chosen), move(snapshot, { number: chosen[0]?.number ?? 0, sprint: otherSprint(policy, dates.sprint) }))} ${say.who}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function paceLine(pace: Pace | null, { start, end }: SprintDates, say: PlanningWords): string {
  if (!pace) return say.noPace;
  return pace.closed === 0 ? say.nothingClosed(pace.weeks) : say.pace(pace.closed, pace.weeks, itemsAtPace(pace, daysBetween(start, end) + 1));
}

function why({ left, binding }: Candidate, say: PlanningWords): string {
  const serves = binding.length === 0 ? '' : say.serves(binding.map(inlineCode).join(', '));
  const parts = [left === null ? '' : say.leftIn(left), serves].filter((part) => part !== '');
  return parts.length === 0 ? say.planned : parts.join('; ');
}

function afterCommit(snapshot: SprintSnapshot, dates: SprintDates, { committed, added, leftOut }: PlanningScope): string[] {
  const { policy, milestones } = snapshot;
  const say = planningWords[policy.locale];
  const here = sprintMilestone(policy, milestones, sprintKey(dates.sprint))?.number;
  const done = committed.filter((issue) => stateOf(issue, here) === 'closed').length;
  const left = leftBefore(snapshot, dates.sprint).map(({ issue }) => issue);
  const rows = committed.slice(0, mostRows).map((issue) => [named(issue), say.state[stateOf(issue, here)]]);
  return [
    `### ${say.heading.committed}\n\n${say.kept(done, committed.length)}\n\n${renderTable({ header: say.committedHeader, rows })}`,
    committed.length > mostRows ? say.more(committed.length - mostRows) : '',
    `### ${say.heading.added}\n\n${added.length === 0 ? say.noneAdded : `${say.added}\n\n${issueLines(added, mostRows, say.more)}`}`,
    leftOut.length === 0 ? '' : `### ${say.heading.leftOut}\n\n${issueLines(leftOut, mostRows, say.more)}`,
    left.length === 0 ? '' : `### ${say.heading.left}\n\n${issueLines(left, mostRows, say.more)}`,
  ];
}

function stateOf(issue: IssueFacts, milestone: number | undefined): keyof PlanningWords['state'] {
  if (issue.state === 'closed') return issue.stateReason === 'not_planned' ? 'dropped' : 'closed';
  return issue.milestone === milestone ? 'open' : 'moved';
}

function productBacklog(snapshot: SprintSnapshot, { sprint }: SprintDates): string {
  const { policy, backlog } = snapshot;
  const say = planningWords[policy.locale];
  const [first] = backlog;
  if (!first) return `### ${say.heading.backlog}\n\n${say.backlogEmpty}`;
  const count = backlog.length >= pageOfBacklog ? `${pageOfBacklog}+` : String(backlog.length);
  const lines = issueLines(backlog.slice(0, mostBacklog), mostBacklog, say.more);
  return `### ${say.heading.backlog}\n\n${say.backlog(count)}\n\n${lines}\n\n${say.howToTake(move(snapshot, { number: first.number, sprint }))}`;
}

/** The command that takes on the first of the proposed items alone. */
function some({ policy }: SprintSnapshot, chosen: readonly IssueFacts[]): string {
  const numbers = chosen.slice(0, 2).map(({ number }) => `#${number}`);
  return inlineCode(commandLine('commit', numbers.join(' '), policy.locale));
}

function move({ policy }: SprintSnapshot, { number, sprint }: { readonly number: number; readonly sprint: number }): string {
  return inlineCode(commandLine('move', `#${number} ${policy.locale === 'es' ? 'a' : 'to'} ${sprint}`, policy.locale));
}

function named({ number, title }: IssueFacts): string {
  return `#${number} ${escapeMarkdown(title)}`;
}
