import { addDays, daysBetween, startOfDay } from '../calendar/calendar-day.ts';
import { type SprintDates, sprintCalendar } from '../calendar/sprint-calendar.ts';
import { checkpointState } from '../gates/checkpoint/checkpoint-state.ts';
import { digestWords } from './digest-words.ts';
import { checkpointTitle, issueLines } from './sprint-names.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';
import { leftBefore, workOf } from './sprint-work.ts';

const mostListed = 20;

/** Where the sprint stands this morning, in a few lines. `added`: how many items came in after the commit. */
export function renderDigest(snapshot: SprintSnapshot, dates: SprintDates, { today, added }: { readonly today: string; readonly added: number }): string {
  const { policy, days } = snapshot;
  const say = digestWords[policy.locale];
  const { timezone } = policy.schedule;
  const { done, unfinished } = workOf(snapshot, dates, null);
  const since = Date.parse(startOfDay(timezone, addDays(today, -1)));
  const fresh = done.filter(({ closedAt }) => closedAt && Date.parse(closedAt) >= since);
  const left = leftBefore(snapshot, dates.sprint).length;
  const last = days.at(-1);
  return [
    digestMark(today),
    `## ${say.title(today)}`,
    [say.where(dates.sprint, daysBetween(dates.start, today) + 1, daysBetween(dates.start, dates.end) + 1), say.items(done.length, unfinished.length)].join(
      ' ',
    ),
    fresh.length === 0 ? say.nothing : `**${say.yesterday}**\n\n${issueLines(fresh, mostListed, say.more)}`,
    [...(added > 0 ? [say.added(added)] : []), ...(left > 0 ? [say.left(left)] : []), ...(last ? [say.readiness(last.percent, last.blockers)] : [])].join(' '),
    checkpointLine(snapshot, dates, today),
    `<sub>${say.note}</sub>`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The hidden line by which a digest is told from that of another day. */
export function digestMark(day: string): string {
  return `<!-- digest: ${day} -->`;
}

function checkpointLine({ policy, decisions, issues, now }: SprintSnapshot, { block, end }: SprintDates, today: string): string {
  const checkpoint = policy.playbook.blocks.find(({ id }) => id === block)?.checkpoint;
  if (checkpoint === undefined || checkpointState(policy, decisions, { id: checkpoint, now, seeded: issues, merged: 'ignored' }).signed) return '';
  const due = sprintCalendar(policy).findLast((each) => each.block === block)?.end ?? end;
  return digestWords[policy.locale].checkpoint(checkpointTitle(policy, checkpoint), due, daysBetween(today, due));
}
