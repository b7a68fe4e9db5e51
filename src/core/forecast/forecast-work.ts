import { dayIn } from '../calendar/calendar-day.ts';
import { dayNumber, dayOfNumber, mondayOf } from '../calendar/day-number.ts';
import type { Schedule } from '../policy/policy.ts';
import type { Standing, StandingDay } from '../standing/standing.ts';
import { type Assumptions, assumptions } from './assumptions.ts';
import type { CheckpointForecast, FanWeek, Forecast, ForecastDays } from './forecast.ts';
import { windowOfWork } from './window-of-work.ts';
import { seedOf } from './seeded-random.ts';
import { type Futures, type Goal, never, simulateFutures } from './simulate-futures.ts';
import { type WeekOfWork, weeksOfWork } from './weeks-of-work.ts';
import { workdaysFrom } from './workdays-from.ts';

export interface ForecastQuestion {
  readonly standing: Pick<Standing, 'at' | 'items' | 'sprints' | 'sprint' | 'checkpoints'>;
  readonly schedule: Pick<Schedule, 'start' | 'timezone' | 'holidays'>;
  /** Days that were kept of it: how the plan grew. May be empty. */
  readonly days: readonly Pick<StandingDay, 'day' | 'items'>[];
  /** Same text, same futures: the repository's id and the head of its history. */
  readonly seed: string;
  /** 2,000 unless told. */
  readonly futures?: number;
  readonly assumed?: Assumptions;
}

/** Whole weeks of work before which the plan's days stand in for a forecast. */
export const fewestWeeks = 4;

/**
 * When the work will be done if the team goes on as in the weeks behind it. What readiness needs are the items of sprints;
 * those of pilot phases come after it. Items are taken to be closed in the order of their sprints. A day is null where too
 * many futures have none within two years; always so when nothing was ever closed.
 */
export function forecastWork(question: ForecastQuestion): Forecast {
  const { standing, schedule, days } = question;
  const closings = standing.items.flatMap(({ sprint, closedAt }) => (sprint !== null && closedAt !== null ? [closedAt] : []));
  const weeks = weeksOfWork({ now: standing.at, schedule, closings, days });
  const known = { weeks: weeks.length, pace: weeks.map(({ closed }) => closed) };
  const goals = goalsOf(standing);
  if (weeks.length < fewestWeeks) return { basis: 'plan', ...known, ...planned(standing, goals), fan: [] };
  const today = dayNumber(dayIn(schedule.timezone, standing.at));
  const workdays = workdaysFrom(schedule.holidays);
  const window = windowOfWork(standing.items, Math.max(0, ...standing.sprints.map(({ sprint }) => sprint)));
  const futures = simulate(question, { weeks, goals, today, workdays, window });
  const daysOf = (index: number) => quantileDays(futures.ends[index], { today, open: goals[index]?.open ?? 0 });
  const readiness = daysOf(goals.length - 1);
  return {
    basis: 'pace',
    ...known,
    checkpoints: goals.slice(0, -1).map(({ checkpoint, open, due }, index) => ({ checkpoint, open, due, ...daysOf(index) })),
    readiness,
    fan: fanOf(futures.closed, { today, until: readiness.p85, before: closings.length }),
  };
}

interface NamedGoal extends Goal {
  readonly checkpoint: string;
  readonly due: string;
}

/** The checkpoints that are not signed, by their block, and readiness at the end. */
function goalsOf({ items, sprints, sprint, checkpoints }: ForecastQuestion['standing']): NamedGoal[] {
  const open = items.flatMap((item) => (item.sprint !== null && item.closedAt === null ? [item.sprint] : []));
  const last = Math.max(sprint, ...sprints.map((dates) => dates.sprint));
  // What is added lands in this sprint or later ones, in each as likely.
  const growth = (until: number) => Math.max(1, until - sprint + 1) / (last - sprint + 1);
  const ofBlock = (block: string) => Math.max(...sprints.filter((dates) => dates.block === block).map((dates) => dates.sprint));
  const before = checkpoints
    .filter(({ state }) => state === 'open' || state === 'rejected')
    .map(({ id, block, due }) => {
      const until = ofBlock(block);
      return { checkpoint: id, due, until, open: open.filter((at) => at <= until).length, growth: growth(until) };
    })
    .sort((a, b) => a.until - b.until);
  const due = sprints.reduce((latest, { end }) => (end > latest ? end : latest), '');
  return [...before, { checkpoint: '', due, open: open.length, growth: 1 }];
}

function planned(standing: ForecastQuestion['standing'], goals: readonly NamedGoal[]): { checkpoints: CheckpointForecast[]; readiness: ForecastDays } {
  const onPlan = (due: string) => ({ p50: due === '' ? null : due, p85: due === '' ? null : due });
  const checkpoints = goals.slice(0, -1).map(({ checkpoint, open, due }) => ({ checkpoint, open, due, ...onPlan(due) }));
  return { checkpoints, readiness: onPlan(goals.at(-1)?.due ?? '') };
}

interface Known {
  readonly window: number;
  readonly weeks: readonly WeekOfWork[];
  readonly goals: readonly NamedGoal[];
  readonly today: number;
  readonly workdays: (from: number, before: number) => number;
}

function simulate({ seed, futures = 2_000, assumed = assumptions }: ForecastQuestion, known: Known): Futures {
  const worked = known.weeks.some(({ closed }) => closed > 0);
  if (!worked) return { ends: known.goals.map(() => new Int32Array(futures).fill(never)), closed: [] };
  return simulateFutures({ ...known, seed: seedOf(seed), count: futures, assumed });
}

function quantileDays(ends: Int32Array | undefined, { today, open }: { readonly today: number; readonly open: number }): ForecastDays {
  if (open === 0) return { p50: dayOfNumber(today), p85: dayOfNumber(today) };
  const at = (part: number) => {
    const day = ends?.[Math.ceil(part * ends.length) - 1] ?? never;
    return day === never ? null : dayOfNumber(day);
  };
  return { p50: at(0.5), p85: at(0.85) };
}

/** Weeks until readiness in 85 of 100 futures, and one more; all of them where that is never. Sundays. */
function fanOf(
  closed: Futures['closed'],
  { today, until, before }: { readonly today: number; readonly until: string | null; readonly before: number },
): FanWeek[] {
  const sunday = mondayOf(today) + 6;
  const end = until === null ? Number.POSITIVE_INFINITY : dayNumber(until) + 7;
  return closed.flatMap((week, index) => {
    const day = sunday + 7 * index;
    if (day > end) return [];
    const sorted = week.toSorted();
    const at = (part: number) => before + (sorted[Math.ceil(part * sorted.length) - 1] ?? 0);
    return [{ day: dayOfNumber(day), p15: at(0.15), p50: at(0.5), p85: at(0.85) }];
  });
}
