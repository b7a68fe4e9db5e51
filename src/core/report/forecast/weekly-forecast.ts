import { dayIn, startOfDay } from '../../calendar/calendar-day.ts';
import { dayNumber, dayOfNumber, mondayOf } from '../../calendar/day-number.ts';
import { currentSprint } from '../../calendar/sprint-calendar.ts';
import { forecastWork } from '../../forecast/forecast-work.ts';
import type { Forecast } from '../../forecast/forecast.ts';
import type { Policy } from '../../policy/policy.ts';
import type { PullSnapshot } from '../../snapshot/pull-snapshot.ts';
import { standingCheckpoints } from '../../standing/standing-checkpoints.ts';
import { standingItems } from '../../standing/standing-items.ts';
import { standingSprints } from '../../standing/standing-sprints.ts';

export interface WeeklyForecast {
  /** The Monday as of which it is told, `YYYY-MM-DD`. */
  readonly day: string;
  readonly forecast: Forecast;
  /** Items of sprints, and those of them that are open today. */
  readonly items: { readonly all: number; readonly open: number };
}

/**
 * The forecast as it was on the Monday of this week, in the schedule's time zone: what was closed since is still open in
 * it. So a report's days change once a week, or when the plan or a sign-off does, and never from hour to hour. Null where
 * nothing of the plan is seeded.
 */
export function weeklyForecast(policy: Policy, snapshot: PullSnapshot): WeeklyForecast | null {
  const { schedule } = policy;
  const day = dayOfNumber(mondayOf(dayNumber(dayIn(schedule.timezone, snapshot.now))));
  const at = startOfDay(schedule.timezone, day);
  const today = standingItems(policy, snapshot);
  const work = today.filter(({ sprint }) => sprint !== null);
  if (work.length === 0) return null;
  const items = today.map((item) => (item.closedAt !== null && Date.parse(item.closedAt) >= Date.parse(at) ? { ...item, closedAt: null } : item));
  const standing = {
    at,
    items,
    sprint: currentSprint(policy, at),
    sprints: standingSprints(policy, items),
    checkpoints: standingCheckpoints(policy, snapshot),
  };
  // Without the days that were kept, the plan is taken not to grow: a snapshot holds none, and a replay must come to the same.
  const forecast = forecastWork({ standing, schedule, days: [], seed: `${snapshot.repository.id} ${policy.unit}`, futures: 1_000 });
  return { day, forecast, items: { all: work.length, open: work.filter(({ closedAt }) => closedAt === null).length } };
}
