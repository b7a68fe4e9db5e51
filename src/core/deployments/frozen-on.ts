import { Temporal } from 'temporal-polyfill';
import { addDays, dayIn } from '../calendar/calendar-day.ts';
import type { Policy } from '../policy/policy.ts';

/** A freeze that holds deployments back, first and last day included. */
export interface Freeze {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** ISO time at which it is over. */
  readonly over: string;
}

/** The freeze that runs at a time, by the days of the schedule's time zone; null when none does. Of several, the one that ends last. */
export function frozenOn({ freeze, schedule }: Pick<Policy, 'freeze' | 'schedule'>, now: string): Freeze | null {
  const today = dayIn(schedule.timezone, now);
  const running = freeze.filter(({ from, to }) => from <= today && today <= to);
  const last = running.reduce<(typeof freeze)[number] | null>((latest, each) => (latest && latest.to >= each.to ? latest : each), null);
  return last && { ...last, over: startOfDay(addDays(last.to, 1), schedule.timezone) };
}

function startOfDay(day: string, timezone: string): string {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timezone).epochMilliseconds).toISOString();
}
