import type pg from 'pg';

/**
 * Closes a pool: waits for work under way, at most so long. Connections that are still used then are cut: Postgres
 * rolls their transactions back and frees their locks, and the work is done again by whoever comes next.
 */
export function poolCloser(pool: pg.Pool, patience: number): () => Promise<void> {
  const open = new Set<pg.PoolClient>();
  pool.on('connect', (client) => open.add(client));
  pool.on('remove', (client) => open.delete(client));
  return async () => {
    const ended = pool.end();
    const late = Symbol('late');
    const timer = Promise.withResolvers<typeof late>();
    const clock = setTimeout(() => timer.resolve(late), patience);
    try {
      if ((await Promise.race([ended, timer.promise])) === late) for (const client of open) cut(client);
    } finally {
      clearTimeout(clock);
    }
  };
}

function cut(client: pg.PoolClient): void {
  // `end` is there at run time; the pool's type hides it, because only one who gives up may call it.
  if ('end' in client && typeof client.end === 'function') void Promise.resolve(client.end()).catch(() => undefined);
}
