import { sprintCalendar } from '../calendar/sprint-calendar.ts';
import type { Policy } from '../policy/policy.ts';
import type { StandingItem, StandingSprint } from './standing.ts';

/** Every sprint of the calendar with how much of its work is open and closed. */
export function standingSprints(policy: Policy, items: readonly StandingItem[]): StandingSprint[] {
  const bySprint = Map.groupBy(items, ({ sprint }) => sprint);
  return sprintCalendar(policy).map((dates) => {
    const own = bySprint.get(dates.sprint) ?? [];
    const closed = own.filter(({ closedAt }) => closedAt !== null).length;
    return { ...dates, open: own.length - closed, closed };
  });
}
