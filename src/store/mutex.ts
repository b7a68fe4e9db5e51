import { AsyncLocalStorage } from 'node:async_hooks';

/** Runs `work` alone among all that name the same lock. The signal is aborted when the lock is lost: then nothing more may be written under it. */
export type WithLock = <T>(name: string, work: (lost: AbortSignal) => Promise<T>) => Promise<T>;

const neverLost = new AbortController().signal;

/**
 * A lock by name within this process, in order of arrival. Asking again for a lock that the caller already holds throws:
 * it would wait for itself.
 */
export function createMutex(): WithLock {
  const tails = new Map<string, Promise<void>>();
  const held = new AsyncLocalStorage<readonly string[]>();
  return async function withLock<T>(name: string, work: (lost: AbortSignal) => Promise<T>): Promise<T> {
    const mine = held.getStore() ?? [];
    if (mine.includes(name)) throw new Error(`lock ${JSON.stringify(name)} is already held here; it would wait for itself`);
    const before = tails.get(name) ?? Promise.resolve();
    const { promise: tail, resolve: release } = Promise.withResolvers<void>();
    tails.set(name, tail);
    await before;
    try {
      return await held.run([...mine, name], () => work(neverLost));
    } finally {
      if (tails.get(name) === tail) tails.delete(name);
      release();
    }
  };
}
