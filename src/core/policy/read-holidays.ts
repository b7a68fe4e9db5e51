import { addDays, daysBetween, isCalendarDay } from '../calendar/calendar-day.ts';

/** The days of `2027-03-29` or of the range `2027-03-29..2027-04-02`; null when it is neither, is reversed or spans over a year. */
export function readHolidays(text: string): string[] | null {
  const [from = '', to = from, ...rest] = text.split('..').map((part) => part.trim());
  if (rest.length > 0 || !isCalendarDay(from) || !isCalendarDay(to)) return null;
  const length = daysBetween(from, to) + 1;
  if (length < 1 || length > 366) return null;
  return Array.from({ length }, (_, index) => addDays(from, index));
}
