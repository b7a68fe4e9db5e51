import { daysBetween, dayIn } from '../calendar/calendar-day.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import type { Policy } from '../policy/policy.ts';
import { isSprintItem } from '../people/is-sprint-item.ts';

/** Weeks that are looked back on at most: a team of half a year ago was another one. */
const mostWeeks = 12;
/** Below so many whole weeks nothing is said of a pace. */
const leastWeeks = 4;

/** Items that were closed as done in whole weeks of work; null while there are fewer than four of these. */
export interface Pace {
  readonly closed: number;
  readonly weeks: number;
}

/** Counts what the team closed in the last whole weeks since the plan began. */
export function measurePace(policy: Policy, issues: readonly IssueFacts[], today: string): Pace | null {
  const { timezone, start } = policy.schedule;
  const weeks = Math.min(mostWeeks, Math.floor(daysBetween(start, today) / 7));
  if (weeks < leastWeeks) return null;
  const closed = issues.filter((issue) => {
    if (issue.state !== 'closed' || !issue.closedAt || issue.stateReason === 'not_planned' || !isSprintItem(policy, issue)) return false;
    const age = daysBetween(dayIn(timezone, issue.closedAt), today);
    return age > 0 && age <= weeks * 7;
  }).length;
  return { closed, weeks };
}

/** How many items that pace lets expect in so many days, rounded down, one at least. */
export function itemsAtPace({ closed, weeks }: Pace, days: number): number {
  return Math.max(1, Math.floor((closed * days) / (weeks * 7)));
}
