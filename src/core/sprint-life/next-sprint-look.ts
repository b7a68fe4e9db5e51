import { addDays, dayIn, startOfDay } from '../calendar/calendar-day.ts';
import { sprintCalendar } from '../calendar/sprint-calendar.ts';
import type { Policy } from '../policy/policy.ts';
import { sprintSettings } from '../policy/sprints-of.ts';

/** The next instant at which something is due by itself: a sprint begins or the last one is over, and each morning where a digest is wanted. Null: never again. */
export function nextSprintLook(policy: Policy, now: string): string | null {
  const { timezone } = policy.schedule;
  const today = dayIn(timezone, now);
  const calendar = sprintCalendar(policy);
  const last = calendar.at(-1);
  if (!last || today > last.end) return null;
  const turns = [...calendar.map(({ start }) => start), addDays(last.end, 1)];
  const next = turns.find((day) => day > today);
  const isRunning = today >= (calendar[0]?.start ?? '');
  const day = sprintSettings(policy).digest && isRunning ? addDays(today, 1) : next;
  return day === undefined ? null : startOfDay(timezone, day);
}
