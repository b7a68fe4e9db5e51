import type { Priority } from '../../core/keys/keyed-work.ts';

/** The highest number of each rank in the queue, where a higher one goes first; below it each turn later is one less. */
export const ranks: Readonly<Record<Priority, number>> = { now: 1_000_000_000, later: 0 };

/** How many turns a rank has before it runs into the next. */
export const turnsInRank = 900_000_000;

/** The rank of a job's number. */
export function rankOf(number: number): Priority {
  return number > ranks.now - turnsInRank ? 'now' : 'later';
}
