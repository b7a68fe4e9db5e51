import { expect, test } from 'vitest';
import { locksWhileOurs, writesWhileOurs } from '../../src/app/ports/while-ours.ts';
import type { ReconcileContext } from '../../src/app/reconcile-context.ts';
import type { Write } from '../../src/core/plan/write.ts';
import type { RepositoryFacts } from '../../src/core/snapshot/facts.ts';
import { createMutex } from '../../src/store/mutex.ts';

const context = (): Pick<ReconcileContext, 'store'> => ({ store: { withLock: createMutex() } as ReconcileContext['store'] });
const never = new Promise<never>(() => undefined);

test('a look that hangs gives its locks back when its time is over', async () => {
  const shared = context();
  const time = new AbortController();
  const begun = Promise.withResolvers<void>();
  const hanging = locksWhileOurs(shared, time.signal).store.withLock('1/sha/abc', async () => {
    begun.resolve();
    return never;
  });
  await begun.promise;
  const next = shared.store.withLock('1/sha/abc', async () => 'worked');
  time.abort(new Error('its time is over'));
  await expect(hanging).rejects.toThrow('its time is over');
  expect(await next).toBe('worked');
});

test('a look that waited for its lock in vain does nothing when it gets it after all', async () => {
  const shared = context();
  const time = new AbortController();
  const held = Promise.withResolvers<void>();
  const holder = shared.store.withLock('1/sha/abc', async () => held.promise);
  let worked = false;
  const late = locksWhileOurs(shared, time.signal).store.withLock('1/sha/abc', async () => {
    worked = true;
  });
  time.abort(new Error('its time is over'));
  held.resolve();
  await holder;
  await expect(late).rejects.toThrow('its time is over');
  expect(worked).toBe(false);
});

test('what is done under a lock learns that its time is over, as that the lock was lost', async () => {
  const time = new AbortController();
  const begun = Promise.withResolvers<AbortSignal>();
  const working = locksWhileOurs(context(), time.signal).store.withLock('1/sha/abc', async (lost) => {
    begun.resolve(lost);
    return never;
  });
  const told = await begun.promise;
  time.abort(new Error('its time is over'));
  await expect(working).rejects.toThrow('its time is over');
  expect(told.aborted).toBe(true);
});

test('no write is begun once the key is no longer ours', async () => {
  const time = new AbortController();
  const done: Write[] = [];
  const apply = writesWhileOurs(async (_repository, write) => done.push(write), time.signal);
  const write: Write = { do: 'create-comment', issue: 1, body: 'x', markerId: 'm' };
  await apply({} as RepositoryFacts, write);
  time.abort(new Error('another process works it'));
  await expect(apply({} as RepositoryFacts, write)).rejects.toThrow('another process works it');
  expect(done).toHaveLength(1);
});
