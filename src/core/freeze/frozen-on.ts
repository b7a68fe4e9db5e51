import { addDays, dayIn, startOfDay } from '../calendar/calendar-day.ts';
import type { Policy } from '../policy/policy.ts';

/** A freeze by its dates, first and last day included. */
export interface DatedFreeze {
  readonly kind: 'dates';
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** ISO time at which it is over. */
  readonly over: string;
}

/** The freeze that runs at a time, by the days of the schedule's time zone; null when none does. Of several, the one that ends last. */
export function frozenOn({ freeze, schedule }: Pick<Policy, 'freeze' | 'schedule'>, now: string): DatedFreeze | null {
  const today = dayIn(schedule.timezone, now);
  const running = freeze.filter(({ from, to }) => from <= today && today <= to);
  const last = running.reduce<(typeof freeze)[number] | null>((latest, each) => (latest && latest.to >= each.to ? latest : each), null);
  return last && { kind: 'dates', ...last, over: startOfDay(schedule.timezone, addDays(last.to, 1)) };
}

/** The instants at which freezes begin and end. */
export function freezeTurns({ freeze, schedule }: Pick<Policy, 'freeze' | 'schedule'>): string[] {
  return freeze.flatMap(({ from, to }) => [from, addDays(to, 1)].map((day) => startOfDay(schedule.timezone, day)));
}
