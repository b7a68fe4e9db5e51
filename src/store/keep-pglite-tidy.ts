import type { PGlite } from '@electric-sql/pglite';

const lookEvery = 5_000;
const vacuumEvery = 15 * 60_000;
const checkpointAtLeastEvery = 60_000;
// The write-ahead log holds about twice this at most: what was written since the last checkpoint, and the one before.
const mostLogBytes = 32 << 20;

/** What a Postgres server does by itself and PGlite does not. */
export interface Tidying {
  /** A checkpoint when much was written since the last one: without it the write-ahead log grows with every write. */
  look(): Promise<void>;
  /** A checkpoint in any case. */
  checkpoint(): Promise<void>;
  /** Without it the tables grow with every change. */
  vacuum(): Promise<void>;
}

export function tidyPglite(pglite: PGlite): Tidying {
  let last = '0/0';
  const checkpoint = async () => {
    await pglite.exec('checkpoint');
    const { rows } = await pglite.query<{ at: string }>('select pg_current_wal_lsn()::text as at');
    last = rows[0]?.at ?? last;
  };
  return {
    checkpoint,
    async look() {
      const sql = 'select pg_wal_lsn_diff(pg_current_wal_lsn(), $1::pg_lsn) >= $2 as much';
      const { rows } = await pglite.query<{ much: boolean }>(sql, [last, mostLogBytes]);
      if (rows[0]?.much) await checkpoint();
    },
    async vacuum() {
      await pglite.exec('vacuum (analyze)');
    },
  };
}

/** Tidies by timer. Returns how to stop; stopping waits for what is under way. */
export function keepPgliteTidy(pglite: PGlite): () => Promise<void> {
  const tidy = tidyPglite(pglite);
  let running: Promise<unknown> = Promise.resolve();
  // A failed round is harmless: the next one does the same work, and a broken database shows itself at the next query.
  const run = (work: () => Promise<void>) => {
    running = running.then(work).catch(() => undefined);
  };
  const timers = [
    setInterval(run, lookEvery, tidy.look),
    setInterval(run, checkpointAtLeastEvery, tidy.checkpoint),
    setInterval(run, vacuumEvery, tidy.vacuum),
  ];
  for (const timer of timers) timer.unref();
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await running;
  };
}
