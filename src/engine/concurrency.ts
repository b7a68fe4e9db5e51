/** How many keys of one installation a process works at once when nobody says otherwise. A key mostly waits for GitHub. */
export const usualConcurrency = 8;

/** Beyond it, another process is the better answer: this one's thread is busy long before. */
export const mostAtOnce = 64;

/** Workers of keys: one more than one installation may have, for whoever else comes. Who wants one at a time has one. */
export function workersOf(concurrency: number): number {
  return concurrency === 1 ? 1 : concurrency + 1;
}

/** How many seedings a process has under way: they mostly wait for GitHub's limits, which are each installation's own. */
export const seedsAtOnce = 4;

/**
 * Connections for locks: a key holds up to two, a seeding one, each with a connection of its own. With fewer, all could be held by keys
 * that wait for their second, and nobody would go on.
 */
export function locksOf(concurrency: number): number {
  return 2 * workersOf(concurrency) + seedsAtOnce + 2;
}
