import type pg from 'pg';
import { createMutex, type WithLock } from './mutex.ts';
import { watchConnection } from './watch-connection.ts';

/**
 * A lock by name across all processes on one Postgres. It has a pool of its own, so that those who wait for a lock cannot
 * use up the connections that its holder needs. Waiters of one process queue in memory and take one connection together.
 * When the connection is lost, Postgres frees the lock and another process may hold it: the work is given up and rejects.
 */
export function advisoryLock(pool: pg.Pool): WithLock {
  const inProcess = createMutex();
  return (name, work) =>
    inProcess(name, async () => {
      const client = await pool.connect();
      const connection = watchConnection(client);
      let broken: Error | undefined;
      try {
        await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
        return await Promise.race([work(connection.lost), rejection(name, connection.lost)]);
      } finally {
        await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch((error: Error) => {
          broken = error;
        });
        // A broken connection is closed, and closing it frees its locks.
        connection.release(broken);
      }
    });
}

function rejection(name: string, lost: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  const give = () => reject(new Error(`the connection that held the lock ${name} was lost`, { cause: lost.reason }));
  if (lost.aborted) give();
  else lost.addEventListener('abort', give, { once: true });
  return promise;
}
