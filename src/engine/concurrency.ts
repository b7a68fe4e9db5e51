/** How many keys a process works at once when nobody says otherwise. A key mostly waits for GitHub. */
export const usualConcurrency = 8;

/** Beyond it, another process is the better answer: this one's thread is busy long before. */
export const mostAtOnce = 64;

/** How many seedings a process has under way: they mostly wait for GitHub's limits, which are each installation's own. */
export const seedsAtOnce = 4;

/**
 * Connections for locks: a key holds up to two, a seeding one, each with a connection of its own. With fewer, all could be held by keys
 * that wait for their second, and nobody would go on.
 */
export function locksOf(concurrency: number): number {
  return 2 * concurrency + seedsAtOnce + 2;
}
