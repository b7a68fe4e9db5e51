import type { PGlite } from '@electric-sql/pglite';

const checkpointEvery = 60_000;
const vacuumEvery = 15 * 60_000;

/**
 * Does by timer what a Postgres server does by itself and PGlite does not: without a CHECKPOINT the write-ahead log grows
 * with every write, without VACUUM the tables do. Returns how to stop; stopping waits for one under way.
 */
export function keepPgliteTidy(pglite: PGlite): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  // A failed round is harmless: the next one does the same work, and a broken database shows itself at the next query.
  const run = (sql: string) => {
    running = running.then(() => pglite.exec(sql)).catch(() => undefined);
  };
  const timers = [setInterval(run, checkpointEvery, 'checkpoint'), setInterval(run, vacuumEvery, 'vacuum (analyze)')];
  for (const timer of timers) timer.unref();
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await running;
  };
}
