import type pg from 'pg';
import { createMutex, type WithLock } from './mutex.ts';

/**
 * A lock by name across all processes on one Postgres. It has a pool of its own, so that those who wait for a lock cannot
 * use up the connections that its holder needs. Waiters of one process queue in memory and take one connection together.
 */
export function advisoryLock(pool: pg.Pool): WithLock {
  const inProcess = createMutex();
  return (name, work) => inProcess(name, async () => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
      return await work();
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch((error: Error) => { broken = error; });
      // A broken connection is closed, and closing it frees its locks.
      client.release(broken);
    }
  });
}
