import { dayIn, startOfDay } from '../calendar/calendar-day.ts';
import { dayNumber, dayOfNumber, mondayOf } from '../calendar/day-number.ts';
import type { Schedule } from '../policy/policy.ts';
import type { StandingDay } from '../standing/standing.ts';
import { workdaysFrom } from './workdays-from.ts';

/** A whole week, Monday to Sunday in the schedule's time zone, in which somebody could work. */
export interface WeekOfWork {
  /** Number of its Monday, see `dayNumber`. */
  readonly monday: number;
  /** 1 to 5: neither weekend nor holiday. */
  readonly workdays: number;
  readonly closed: number;
  /** Items by which the plan had grown at its end. */
  readonly added: number;
}

interface Observed {
  /** ISO time. */
  readonly now: string;
  readonly schedule: Pick<Schedule, 'start' | 'timezone' | 'holidays'>;
  /** ISO times at which items were closed. */
  readonly closings: readonly string[];
  readonly days: readonly Pick<StandingDay, 'day' | 'items'>[];
}

/** A year is more than any pace stays the same. */
const mostWeeks = 52;

/**
 * The whole weeks of work until now, oldest first, 52 at most: from the start of the schedule, or from the first that was
 * seen of the repository where that is later. Weeks that are holidays from end to end are left out.
 */
export function weeksOfWork({ now, schedule, closings, days }: Observed): WeekOfWork[] {
  const thisMonday = mondayOf(dayNumber(dayIn(schedule.timezone, now)));
  const instants = closings.map((at) => Date.parse(at)).sort((a, b) => a - b);
  const first = firstSeen(schedule.timezone, instants, days);
  if (first === null) return [];
  const begin = Math.max(dayNumber(schedule.start), first);
  const firstMonday = Math.max(mondayOf(begin + 6), thisMonday - 7 * mostWeeks);
  const workdays = workdaysFrom(schedule.holidays);
  const starts = range(firstMonday, thisMonday).map((monday) => Date.parse(startOfDay(schedule.timezone, dayOfNumber(monday))));
  const scope = scopeBefore(days);
  return range(firstMonday, thisMonday - 7).flatMap((monday, index) => {
    const [from = 0, to = 0] = starts.slice(index, index + 2);
    const week = {
      monday,
      workdays: workdays(monday, monday + 7),
      closed: instants.filter((instant) => instant >= from && instant < to).length,
      added: Math.max(0, scope(monday + 7) - scope(monday)),
    };
    return week.workdays === 0 ? [] : [week];
  });
}

function firstSeen(timezone: string, instants: readonly number[], days: readonly { readonly day: string }[]): number | null {
  const [earliest] = instants;
  const seen = days.map(({ day }) => dayNumber(day));
  // The week of the first closing was worked from its Monday on, as far as anybody knows.
  if (earliest !== undefined) seen.push(mondayOf(dayNumber(dayIn(timezone, new Date(earliest).toISOString()))));
  return seen.length === 0 ? null : seen.reduce((least, day) => Math.min(least, day));
}

/** How many items the plan had by the last standing before a day; by the first one where there is none before. */
function scopeBefore(days: readonly Pick<StandingDay, 'day' | 'items'>[]): (before: number) => number {
  const known = days.map(({ day, items }) => ({ at: dayNumber(day), all: items.all })).sort((a, b) => a.at - b.at);
  return (before) => (known.findLast(({ at }) => at < before) ?? known[0])?.all ?? 0;
}

/** Mondays from one to another, both included. */
function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, (to - from) / 7 + 1) }, (_, index) => from + 7 * index);
}
