const dayLength = 86_400_000;

/** Days from 1970-01-01 to a day, for arithmetic on thousands of days at a time. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayLength;
}

/** The day of such a number, `YYYY-MM-DD`. */
export function dayOfNumber(number: number): string {
  return new Date(number * dayLength).toISOString().slice(0, 10);
}

/** The number of the Monday on or before a day. */
export function mondayOf(number: number): number {
  // 1970-01-01 was a Thursday.
  return number - ((number + 3) % 7);
}
