import { Temporal } from 'temporal-polyfill';

/** The instant at which a day is over in a time zone, as an ISO time: what "until 2027-01-31" means there. */
export function endOfDay(day: string, timezone: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timezone).toInstant().toString();
}

/** The last day before an end, for people: they read "until 2027-01-31", not the midnight after it. */
export function lastDay(timezone: string, end: string): string {
  return Temporal.Instant.from(end).subtract({ seconds: 1 }).toZonedDateTimeISO(timezone).toPlainDate().toString();
}
