import { sprintKey } from '../backlog/milestone-key.ts';
import { commandLine } from '../backlog/command-line.ts';
import { dayIn } from '../calendar/calendar-day.ts';
import { type SprintDates, sprintCalendar } from '../calendar/sprint-calendar.ts';
import { checkpointState } from '../gates/checkpoint/checkpoint-state.ts';
import { committedLabel } from '../people/committed-label.ts';
import { sprintSettings } from '../policy/sprints-of.ts';
import { escapeMarkdown, inlineCode } from '../report/markdown.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import { renderTrend } from './render-trend.ts';
import { type ReviewWords, reviewWords } from './review-words.ts';
import { checkpointTitle, focusOf, issueLines } from './sprint-names.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';
import type { SprintTurn } from './sprint-turn.ts';
import { type SprintWork, workOf } from './sprint-work.ts';

const mostListed = 40;

/** What a sprint came to: done and not done, the trend, checkpoints due, and what becomes of the rest. Written once. */
export function renderReview(snapshot: SprintSnapshot, turn: SprintTurn & { readonly ended: SprintDates; readonly endedAt: string }): string {
  const { policy } = snapshot;
  const say = reviewWords[policy.locale];
  const { ended, endedAt, today } = turn;
  const work = workOf(snapshot, ended, endedAt);
  const onTime = dayIn(policy.schedule.timezone, endedAt) === today;
  return [
    `## ${say.title(ended.sprint, focusOf(policy, ended))}`,
    `${say.dates(ended.start, ended.end)} · ${summary(ended, work, say)}`,
    onTime ? '' : say.late(today),
    section(say.done, issueLines(work.done, mostListed, say.more)),
    section(say.unfinished, unfinishedLines(snapshot, work.unfinished)),
    section(say.dropped, issueLines(work.dropped, mostListed, say.more)),
    section(say.moved, issueLines(work.moved, mostListed, say.more)),
    `### ${say.trend}\n\n${renderTrend(snapshot.days, ended, say)}`,
    `### ${say.checkpoints}\n\n${checkpointLines(snapshot, ended)}`,
    section(say.next, nextLines(snapshot, work.unfinished, turn)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function section(title: string, text: string): string {
  return text === '' ? '' : `### ${title}\n\n${text}`;
}

function summary({ sprint }: SprintDates, { done, unfinished, moved }: SprintWork, say: ReviewWords): string {
  const all = done.length + unfinished.length;
  if (all + moved.length === 0) return say.nothing;
  const promised = ({ labels }: IssueFacts) => labels.includes(committedLabel(sprintKey(sprint)));
  const kept = done.filter(promised).length;
  const committed = kept + unfinished.filter(promised).length + moved.length;
  return [say.summary(done.length, all), ...(committed > 0 ? [say.committed(kept, committed)] : [])].join(' · ');
}

function unfinishedLines({ policy }: SprintSnapshot, issues: readonly IssueFacts[]): string {
  const say = reviewWords[policy.locale];
  const late = (issue: IssueFacts) => (issue.closedAt ? ` (${say.closedLate(dayIn(policy.schedule.timezone, issue.closedAt))})` : '');
  const lines = issues.slice(0, mostListed).map((issue) => `- #${issue.number} ${escapeMarkdown(issue.title)}${issue.state === 'closed' ? late(issue) : ''}`);
  return [...lines, ...(issues.length > mostListed ? [`- ${say.more(issues.length - mostListed)}`] : [])].join('\n');
}

/** Of all blocks that have ended, the checkpoint of the last one, and earlier ones that nobody signed. */
function checkpointLines({ policy, decisions, issues, now }: SprintSnapshot, ended: SprintDates): string {
  const say = reviewWords[policy.locale];
  const ends = new Map(sprintCalendar(policy).map(({ block, end }) => [block, end]));
  const due = policy.playbook.blocks.flatMap(({ id, checkpoint }) => {
    const day = ends.get(id) ?? '';
    return day !== '' && day <= ended.end
      ? [{ checkpoint, day, state: checkpointState(policy, decisions, { id: checkpoint, now, seeded: issues, merged: 'ignored' }) }]
      : [];
  });
  const told = due.filter(({ day, state }) => day === ended.end || !state.signed);
  if (told.length === 0) return say.none;
  return told
    .map(({ checkpoint, day, state }) => {
      const sign = state.signed ? '' : `; ${say.sign(inlineCode(commandLine('approve', checkpoint, policy.locale)))}`;
      return `- ${say.due(checkpointTitle(policy, checkpoint), day)}: ${say.states[state.state]}${sign}`;
    })
    .join('\n');
}

function nextLines({ policy }: SprintSnapshot, unfinished: readonly IssueFacts[], { current }: SprintTurn): string {
  const open = unfinished.filter(({ state }) => state === 'open');
  const say = reviewWords[policy.locale];
  if (open.length === 0) return '';
  if (!current) return say.noNext;
  const { rollover } = sprintSettings(policy);
  if (rollover !== 'ask') return say.rollover[rollover](current.sprint);
  return `${say.ask(current.sprint)}\n\n${takeOn(policy.locale, open, current.sprint)}`;
}

/** The command that takes items on in a sprint, as one copies it. Indented, so that it is shown and not carried out. */
export function takeOn(locale: SprintSnapshot['policy']['locale'], issues: readonly IssueFacts[], sprint: number): string {
  const numbers = issues.slice(0, mostListed).map(({ number }) => `#${number}`);
  return `\`\`\`text\n${commandLine('commit', `${numbers.join(' ')} ${locale === 'es' ? 'al' : 'to'} ${sprint}`, locale)}\n\`\`\``;
}
