import { addDays, dayIn, startOfDay } from '../calendar/calendar-day.ts';
import { type Scheduled, type SprintDates, sprintCalendar } from '../calendar/sprint-calendar.ts';

/** Where the calendar stands. */
export interface SprintTurn {
  readonly today: string;
  /** The sprint of today; null before the first and after the last. */
  readonly current: SprintDates | null;
  /** The sprint that ended last; null while none has. */
  readonly ended: SprintDates | null;
  /** The instant at which it ended, ISO; null while none has. */
  readonly endedAt: string | null;
}

/** Works out the sprint of today and the one that ended last, in the schedule's time zone. */
export function sprintTurn(policy: Scheduled, now: string): SprintTurn {
  const { timezone } = policy.schedule;
  const today = dayIn(timezone, now);
  const calendar = sprintCalendar(policy);
  const current = calendar.find(({ start, end }) => start <= today && today <= end) ?? null;
  const ended = calendar.findLast(({ end }) => end < today) ?? null;
  return { today, current, ended, endedAt: ended && startOfDay(timezone, addDays(ended.end, 1)) };
}
