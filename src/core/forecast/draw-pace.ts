import type { Assumptions } from './assumptions.ts';
import type { WeekOfWork } from './weeks-of-work.ts';

/** Items closed and added in a full week of five days. */
export interface Drawn {
  readonly closed: Float64Array;
  readonly added: Float64Array;
}

/** One way the team may be: how likely each week of history is to come again, at what pace, and how that changes. */
export interface Pace {
  /** Rising to 1, a step a week of history. */
  readonly chances: Float64Array;
  readonly closed: Float64Array;
  readonly added: Float64Array;
  /** Change of pace a week, as a logarithm. */
  readonly slope: number;
}

export interface Trend {
  readonly slope: number;
  readonly spread: number;
}

/** Short weeks say little: what was done in a single day of work is not taken for a fifth of a week's. */
const fewestWorkdays = 2;

/** The weeks as a full one would have been. */
export function fullWeeks(weeks: readonly WeekOfWork[]): Drawn {
  const scaled = (count: number, workdays: number) => (count * 5) / Math.max(workdays, fewestWorkdays);
  return {
    closed: Float64Array.from(weeks, ({ closed, workdays }) => scaled(closed, workdays)),
    added: Float64Array.from(weeks, ({ added, workdays }) => scaled(added, workdays)),
  };
}

/** The change of pace a week by least squares, drawn towards none, and how unsure it is. */
export function trendOf(closed: Float64Array, { calm, drift }: Assumptions): Trend {
  const count = closed.length;
  const mean = closed.reduce((sum, value) => sum + value, 0) / count;
  if (mean === 0) return { slope: 0, spread: drift };
  const middle = (count - 1) / 2;
  let squares = 0;
  let product = 0;
  for (const [week, value] of closed.entries()) {
    squares += (week - middle) ** 2;
    product += (week - middle) * (value / mean - 1);
  }
  const slope = product / (squares + calm);
  const residual = closed.reduce((sum, value, week) => sum + (value / mean - 1 - slope * (week - middle)) ** 2, 0) / Math.max(1, count - 2);
  return { slope, spread: Math.sqrt(residual / (squares + calm) + drift ** 2) };
}

/**
 * Draws a pace: weights by the Bayesian bootstrap, newer weeks weighing more, so that few weeks leave much open; a slope
 * from the trend; and the history brought to today's level by that slope.
 */
export function drawPace(
  weeks: Drawn,
  { trend, random, assumed }: { readonly trend: Trend; readonly random: () => number; readonly assumed: Assumptions },
): Pace {
  const count = weeks.closed.length;
  const slope = trend.slope + trend.spread * normal(random);
  const chances = new Float64Array(count);
  const closed = new Float64Array(count);
  let sum = 0;
  for (let week = 0; week < count; week += 1) {
    const age = count - week - 0.5;
    sum += -Math.log(1 - random()) * 2 ** (-age / assumed.halfLife);
    chances[week] = sum;
    closed[week] = (weeks.closed[week] ?? 0) * Math.exp(slope * Math.min(age, assumed.halfLife));
  }
  for (let week = 0; week < count; week += 1) chances[week] = (chances[week] ?? 0) / sum;
  return { chances, closed, added: weeks.added, slope };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
