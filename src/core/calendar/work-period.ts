import { addDays, isWeekend } from './calendar-day.ts';

/**
 * The last day of a period of work. A period keeps its working days: each holiday on a weekday inside it adds one
 * working day at its end (weekends and further holidays are stepped over, and a weekend or holiday that follows
 * belongs to it too). A holiday on a weekend costs nothing. Without holidays the end is `start + days - 1`.
 */
export function endOfPeriod(start: string, days: number, holidays: ReadonlySet<string>): string {
  let end = addDays(start, days - 1);
  let owed = countLost(start, days, holidays);
  if (owed === 0) return end;
  while (owed > 0) {
    end = addDays(end, 1);
    if (isWorkday(end, holidays)) owed -= 1;
  }
  while (!isWorkday(addDays(end, 1), holidays)) end = addDays(end, 1);
  return end;
}

function countLost(start: string, days: number, holidays: ReadonlySet<string>): number {
  return Array.from({ length: days }, (_, index) => addDays(start, index)).filter((day) => holidays.has(day) && !isWeekend(day)).length;
}

function isWorkday(day: string, holidays: ReadonlySet<string>): boolean {
  return !isWeekend(day) && !holidays.has(day);
}
