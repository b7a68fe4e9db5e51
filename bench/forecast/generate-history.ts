import { addDays } from '../../src/core/calendar/calendar-day.ts';
import { dayNumber, dayOfNumber, mondayOf } from '../../src/core/calendar/day-number.ts';
import { endOfPeriod } from '../../src/core/calendar/work-period.ts';
import { randomStream, seedOf } from '../../src/core/forecast/seeded-random.ts';
import { workdaysFrom } from '../../src/core/forecast/workdays-from.ts';
import type { ForecastQuestion } from '../../src/core/forecast/forecast-work.ts';

/** How a team of the back-test works. */
export const kinds = ['steady', 'bursty', 'slowing', 'growing scope', 'holidays', 'changing'] as const;
export type Kind = (typeof kinds)[number];

export interface Work {
  readonly id: string;
  readonly sprint: number;
  /** Days as numbers; it is known from the first on. */
  readonly added: number;
  readonly closed: number;
}

/** A whole project that came to its end. */
export interface History {
  readonly kind: Kind;
  readonly schedule: ForecastQuestion['schedule'];
  readonly sprints: ForecastQuestion['standing']['sprints'];
  readonly items: readonly Work[];
  readonly start: number;
  readonly end: number;
}

const start = dayNumber('2026-01-05');
const longest = 7 * 150;

/**
 * A made-up project: 60 to 250 items in 17 sprints of two weeks, closed by a team of 10 to 45 weeks' pace. Closings scatter
 * as counts do (Poisson), and each kind adds its own trouble. People pick among the next dozen items, not the very next.
 */
export function generateHistory(kind: Kind, seed: string): History {
  const random = randomStream(seedOf(`${kind} ${seed}`), 0);
  const size = 60 + Math.floor(random() * 190);
  const rate = size / (10 + random() * 35);
  const holidays = holidaysOf(kind, random);
  const schedule = { start: dayOfNumber(start), timezone: 'America/Mexico_City', holidays };
  const sprints = sprintsOf(holidays);
  const weekly = weeklyRates(kind, { rate, random });
  const growth = kind === 'growing scope' ? (0.1 + random() * 0.25) * rate : 0;
  const isWorkday = workdaysFrom(holidays);
  const open = Array.from({ length: size }, (_, index) => ({ id: `i${index}`, sprint: Math.floor((index * 17) / size), added: start }));
  const items: Work[] = [];
  let day = start;
  for (; open.length > 0 && day < start + longest; day += 1) {
    if (isWorkday(day, day + 1) === 0) continue;
    const week = Math.floor((day - start) / 7);
    const current = sprints.findIndex(({ end }) => dayOfNumber(day) <= end);
    for (let grown = poisson(growth / 5, random); grown > 0; grown -= 1) {
      const from = current === -1 ? 16 : current;
      const sprint = from + Math.floor(random() * (17 - from));
      open.push({ id: `g${items.length + open.length}`, sprint, added: day });
      open.sort((a, b) => a.sprint - b.sprint);
    }
    for (let count = poisson(weekly(week) / 5, random); count > 0 && open.length > 0; count -= 1) {
      const [item] = open.splice(Math.floor(random() * Math.min(12, open.length)), 1);
      if (item) items.push({ ...item, closed: day });
    }
  }
  const end = items.reduce((latest, { closed }) => Math.max(latest, closed), start);
  return { kind, schedule, sprints, items, start, end };
}

function weeklyRates(kind: Kind, { rate, random }: { readonly rate: number; readonly random: () => number }): (week: number) => number {
  const known: number[] = [];
  const slowing = 0.01 + random() * 0.025;
  const floor = 0.35;
  let level = 1;
  const next = (week: number): number => {
    if (kind === 'bursty') {
      // Most is closed at a sprint's end; some weeks nobody gets to it, in others everything comes at once.
      const cycle = week % 2 === 0 ? 0.5 : 1.5;
      return random() < 0.1 ? 0 : rate * cycle * -Math.log(1 - random());
    }
    if (kind === 'slowing') return rate * Math.max(floor, Math.exp(-slowing * week));
    if (kind === 'changing' && random() < 1 / 10) level = Math.min(2, Math.max(0.5, level * (random() < 0.5 ? 0.65 : 1.45)));
    return rate * level;
  };
  return (week) => {
    while (known.length <= week) known.push(next(known.length));
    return known[week] ?? 0;
  };
}

function holidaysOf(kind: Kind, random: () => number): string[] {
  if (kind !== 'holidays') return [];
  const days = new Set<string>();
  for (let number = start; number < start + longest; number += 1) {
    const day = dayOfNumber(number);
    const yearly = day.slice(5);
    if (['01-01', '02-02', '03-16', '05-01', '09-16', '11-16', '12-25'].includes(yearly) || yearly >= '12-24') days.add(day);
  }
  // A week in spring and two in summer, and single days.
  for (const from of [mondayOf(start + 60 + Math.floor(random() * 60)), mondayOf(start + 170 + Math.floor(random() * 50))])
    for (let offset = 0; offset < 5; offset += 1) days.add(dayOfNumber(from + offset)).add(dayOfNumber(from + (from > start + 150 ? 7 : 0) + offset));
  return [...days].sort();
}

function sprintsOf(holidays: readonly string[]): History['sprints'] {
  const free = new Set(holidays);
  let from = dayOfNumber(start);
  return Array.from({ length: 17 }, (_, sprint) => {
    const end = endOfPeriod(from, 14, free);
    const dates = { sprint, block: `b${Math.ceil(sprint / 2)}`, start: from, end, open: 0, closed: 0 };
    from = addDays(end, 1);
    return dates;
  });
}

function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}
