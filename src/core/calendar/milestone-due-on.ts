import { dayIn } from './calendar-day.ts';

/**
 * What to send as a milestone's `due_on`. GitHub keeps the date at midnight US Pacific, so that any time before
 * 07:00Z or 08:00Z lands on the day before; midday UTC is the same day in both halves of the year.
 */
export function milestoneDueOn(day: string): string {
  return `${day}T12:00:00Z`;
}

/** The day that GitHub shows for a milestone's `due_on`. */
export function dayOfDueOn(dueOn: string): string {
  return dayIn('America/Los_Angeles', dueOn);
}
