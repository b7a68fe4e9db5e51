import { dayNumber } from '../calendar/day-number.ts';

/** Counts the days of work from one day up to another that is left out, both as numbers: neither weekends nor holidays. */
export function workdaysFrom(holidays: readonly string[]): (from: number, before: number) => number {
  const free = new Set(holidays.map(dayNumber));
  return (from, before) => {
    let count = 0;
    // 1970-01-01 was a Thursday: days 2 and 3 were a weekend.
    for (let day = from; day < before; day += 1) if ((day + 4) % 7 !== 6 && (day + 4) % 7 !== 0 && !free.has(day)) count += 1;
    return count;
  };
}
