import { Temporal } from 'temporal-polyfill';

/** The calendar day, `YYYY-MM-DD`, that an instant falls on in a time zone. */
export function dayIn(timezone: string, isoInstant: string): string {
  return Temporal.Instant.from(isoInstant).toZonedDateTimeISO(timezone).toPlainDate().toString();
}

/** The instant, ISO in UTC, at which a day begins in a time zone. */
export function startOfDay(timezone: string, day: string): string {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timezone).epochMilliseconds).toISOString();
}

/** Whether a text is a day of the calendar written as `YYYY-MM-DD`: 2027-02-29 is none. Years 2000 to 2199. */
export function isCalendarDay(text: string): boolean {
  if (!/^2[01]\d\d-\d\d-\d\d$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return new Date(numberOf(day) + days * dayLength).toISOString().slice(0, 10);
}

/** Days from one day to another: 0 for the same day, negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((numberOf(to) - numberOf(from)) / dayLength);
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  const weekday = new Date(numberOf(day)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

const dayLength = 86_400_000;

/** Milliseconds of its midnight in UTC, where each day is as long as the next. Calendars take thousands of steps: with Temporal they were a tenth of a look. */
function numberOf(day: string): number {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError(`${day} is no day`);
  return at;
}
