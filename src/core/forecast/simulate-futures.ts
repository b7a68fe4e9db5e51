import { mondayOf } from '../calendar/day-number.ts';
import type { Assumptions } from './assumptions.ts';
import { drawPace, fullWeeks, type Pace, trendOf } from './draw-pace.ts';
import { randomStream } from './seeded-random.ts';
import type { WeekOfWork } from './weeks-of-work.ts';

/** What is to be done, and which part of what is added to the plan comes on top of it. */
export interface Goal {
  readonly open: number;
  /** 0 to 1. */
  readonly growth: number;
}

export interface Futures {
  /** By goal: number of the day of its end in each future, ascending; `never` where it has none. */
  readonly ends: readonly Int32Array[];
  /** By week from this one on: items closed by its end in each future, in no order. */
  readonly closed: readonly Int32Array[];
}

interface Question {
  /** At least one week. */
  readonly weeks: readonly WeekOfWork[];
  /** Number of today. */
  readonly today: number;
  readonly workdays: (from: number, before: number) => number;
  /** Each holds those before it. */
  readonly goals: readonly Goal[];
  /** How strictly it is worked in order, see `windowOfWork`. */
  readonly window: number;
  readonly seed: number;
  readonly count: number;
  readonly assumed: Assumptions;
}

/** Later than any day. */
export const never = 2 ** 31 - 1;
/** Who is not done in two years has no date. */
const horizon = 104;
/** Weeks of the fan. */
const fanWeeks = 52;

/** Plays the weeks to come again and again. A goal with more open work never ends earlier in any of the futures. */
export function simulateFutures(question: Question): Futures {
  const { goals, count, assumed } = question;
  const history = fullWeeks(question.weeks.slice(-assumed.memory));
  const trend = trendOf(history.closed, assumed);
  const calendar = weeksAhead(question);
  const ends = goals.map(() => new Int32Array(count).fill(never));
  const closed = calendar.slice(0, fanWeeks).map(() => new Int32Array(count));
  for (let future = 0; future < count; future += 1) {
    const random = randomStream(question.seed, future);
    const pace = drawPace(history, { trend, random, assumed });
    const rest = Int32Array.from(goals, ({ open }) => open);
    const reached = (goal: number, day: number) => put(ends[goal], future, day);
    const closedBy = (week: number, done: number) => put(closed[week], future, done);
    const play = { pace, random, rest, first: firstOpen(rest), closed: 0, worked: 0, added: 0, week: -1 };
    playFuture(play, { question, calendar, reached, closedBy });
  }
  for (const days of ends) days.sort();
  return { ends, closed };
}

/** Goals are in the order of their open work, so that those without any stand first. */
function firstOpen(rest: Int32Array): number {
  const first = rest.findIndex((left) => left > 0);
  return first === -1 ? rest.length : first;
}

function put(into: Int32Array | undefined, at: number, value: number): void {
  if (into) into[at] = value;
}

interface WeekAhead {
  /** Numbers of its days of work that are still to come. */
  readonly days: readonly number[];
  /** By how many slopes the pace has changed by then. */
  readonly slopes: number;
}

function weeksAhead({ today, workdays, assumed }: Question): WeekAhead[] {
  const monday = mondayOf(today);
  let slopes = 0;
  let step = 1;
  return Array.from({ length: horizon }, (_, index) => {
    const from = index === 0 ? today : monday + 7 * index;
    const days = Array.from({ length: monday + 7 * (index + 1) - from }, (_day, offset) => from + offset).filter((day) => workdays(day, day + 1) === 1);
    slopes += step;
    step *= assumed.damping;
    return { days, slopes };
  });
}

/** One future as it goes: written to in place, for there are half a million closings to play. */
interface Play {
  readonly pace: Pace;
  readonly random: () => number;
  readonly rest: Int32Array;
  /** Goals before it are reached. */
  first: number;
  /** Closed, in whole items, and what was worked towards them and added to the plan, in parts of items. */
  closed: number;
  worked: number;
  added: number;
  /** Which week of history the current one resembles; -1 before the first. */
  week: number;
}

interface Put {
  readonly question: Question;
  readonly calendar: readonly WeekAhead[];
  readonly reached: (goal: number, day: number) => void;
  readonly closedBy: (week: number, closed: number) => void;
}

function playFuture(play: Play, { question, calendar, reached, closedBy }: Put): void {
  const { pace, random, rest } = play;
  for (const [ahead, { days, slopes }] of calendar.entries()) {
    play.week = nextWeek(play, question.assumed.follow);
    grow(play, { goals: question.goals, added: ((pace.added[play.week] ?? 0) * days.length) / 5 });
    play.worked += ((pace.closed[play.week] ?? 0) * Math.exp(pace.slope * slopes) * days.length) / 5;
    const count = Math.floor(play.worked) - play.closed;
    for (let at = 1; at <= count && play.first < rest.length; at += 1) {
      play.closed += 1;
      closeOne(rest, random() * question.window, play.first);
      while (play.first < rest.length && rest[play.first] === 0) {
        reached(play.first, days[Math.ceil((at * days.length) / count) - 1] ?? 0);
        play.first += 1;
      }
    }
    closedBy(ahead, play.closed);
    if (play.first < rest.length) continue;
    for (let later = ahead + 1; later < fanWeeks; later += 1) closedBy(later, play.closed);
    return;
  }
}

/** What the plan grew by, in whole items of each goal that is not reached. */
function grow(play: Play, { goals, added }: { readonly goals: readonly Goal[]; readonly added: number }): void {
  const before = play.added;
  play.added += added;
  if (added === 0) return;
  for (let index = play.first; index < goals.length; index += 1) {
    const growth = goals[index]?.growth ?? 0;
    play.rest[index] = (play.rest[index] ?? 0) + Math.floor(growth * play.added) - Math.floor(growth * before);
  }
}

/** One item less in every goal that it belongs to; those with no more than so many left are passed over for later work. */
function closeOne(rest: Int32Array, passed: number, first: number): void {
  const all = rest[rest.length - 1] ?? 0;
  for (let goal = first; goal < rest.length; goal += 1) {
    const left = rest[goal] ?? 0;
    if (left === all || left > passed) rest[goal] = left - 1;
  }
}

/** The week that followed the last one in history, or any by its weight. */
function nextWeek({ pace: { chances }, random, week }: Play, follow: number): number {
  const stay = random() < follow;
  const drawn = random();
  if (stay && week >= 0 && week + 1 < chances.length) return week + 1;
  let [low, high] = [0, chances.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chances[middle] ?? 1) > drawn) high = middle;
    else low = middle + 1;
  }
  return low;
}
