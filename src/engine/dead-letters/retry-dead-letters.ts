import { parseKey } from '../../core/keys/key.ts';
import { createBoss } from '../create-boss.ts';
import { createQueues } from '../create-queues.ts';
import type { EngineStore } from '../engine-store.ts';
import { enqueueKey } from '../enqueue-key.ts';
import { listDeadLetters } from './list-dead-letters.ts';
import { resolveDeadLetters } from './resolve-dead-letters.ts';

/**
 * Has keys that were given up looked at again by whichever process works the queue, and marks them as resolved: one that
 * fails again is in the list once more. Returns the keys, in the order given, without those that are not in the list.
 */
export async function retryDeadLetters(store: Pick<EngineStore, 'db' | 'queue' | 'directory'>, keys: readonly string[] | 'all'): Promise<string[]> {
  const standing = [...new Set((await listDeadLetters(store.db)).map(({ key }) => key))];
  const wanted = keys === 'all' ? standing : keys.filter((key) => standing.includes(key));
  if (wanted.length === 0) return [];
  const boss = createBoss(store.queue);
  // What fails here rejects; what fails beside it, such as its looks at the clock, is no reason to end without a word.
  boss.on('error', () => undefined);
  await boss.start();
  try {
    await createQueues(boss);
    for (const key of wanted) {
      await enqueueKey({ boss, store }, parseKey(key), 'now');
      await resolveDeadLetters(store.db, key);
    }
  } finally {
    await boss.stop({ graceful: true, timeout: 10_000 });
  }
  return wanted;
}
