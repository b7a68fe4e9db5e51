import type pg from 'pg';

export interface WatchedConnection {
  /** Aborted, with the reason, when the connection breaks. */
  readonly lost: AbortSignal;
  /** Gives the client back to its pool, or closes it when its connection broke. */
  release(broken?: Error): void;
}

/**
 * Listens to a client while it is checked out: the pool listens only to idle ones, and an `error` nobody hears (a restart
 * of Postgres) would end the process.
 */
export function watchConnection(client: pg.PoolClient): WatchedConnection {
  const lost = new AbortController();
  let reason: Error | undefined;
  const onError = (error: Error) => {
    reason ??= error;
    lost.abort(error);
  };
  client.on('error', onError);
  return {
    lost: lost.signal,
    release(broken) {
      const destroyed = broken ?? reason;
      client.release(destroyed);
      // A client that is closed for good may report its broken connection once more.
      if (!destroyed) client.off('error', onError);
    },
  };
}
