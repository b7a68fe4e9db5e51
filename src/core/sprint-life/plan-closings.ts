import { sprintKey } from '../backlog/milestone-key.ts';
import { sprintCalendar, type SprintDates } from '../calendar/sprint-calendar.ts';
import { checkpointState } from '../gates/checkpoint/checkpoint-state.ts';
import type { Write } from '../plan/write.ts';
import { markClosed, wasClosedByUs } from './closed-mark.ts';
import { sprintTextId } from './sprint-ids.ts';
import { checkpointAtEnd, milestoneOfSprint, ownIssue } from './sprint-places.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';
import type { SprintTurn } from './sprint-turn.ts';
import { itemsOf } from './sprint-work.ts';

/**
 * Closes milestones and planning issues that have done their part. A milestone at the end of a block once its checkpoint is
 * signed and its items are closed, one inside a block once it is over and none of its items is open. What people open again stays open.
 */
export function planClosings(snapshot: SprintSnapshot, { today }: SprintTurn): Write[] {
  const begun = sprintCalendar(snapshot.policy).filter(({ start }) => start <= today);
  return begun.flatMap((dates) => [...closePlanning(snapshot, dates, today), ...closeMilestone(snapshot, dates, today)]);
}

function closePlanning(snapshot: SprintSnapshot, { sprint, end }: SprintDates, today: string): Write[] {
  const issue = end < today ? ownIssue(snapshot, sprintTextId('planning', sprint)) : null;
  if (issue?.state !== 'open' || issue.stateReason === 'reopened') return [];
  return [{ do: 'update-issue', key: sprintTextId('planning', sprint), number: issue.number, state: 'closed' }];
}

function closeMilestone(snapshot: SprintSnapshot, dates: SprintDates, today: string): Write[] {
  const milestone = milestoneOfSprint(snapshot, dates.sprint);
  if (milestone?.state !== 'open' || wasClosedByUs(milestone.description) || !isOver(snapshot, dates, today)) return [];
  return [{ do: 'update-milestone', key: sprintKey(dates.sprint), number: milestone.number, description: markClosed(milestone.description), state: 'closed' }];
}

function isOver(snapshot: SprintSnapshot, dates: SprintDates, today: string): boolean {
  const { policy, decisions, issues, now } = snapshot;
  const items = itemsOf(snapshot, dates.sprint);
  if (items.some(({ state }) => state === 'open')) return false;
  const checkpoint = checkpointAtEnd(policy, dates);
  if (checkpoint === null) return dates.end < today;
  const isSigned = checkpointState(policy, decisions, { id: checkpoint, now, seeded: issues, merged: 'ignored' }).signed;
  // One without items is not done before its time.
  return isSigned && (items.length > 0 || dates.end < today);
}
