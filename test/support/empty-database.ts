import { createBoss } from '../../src/engine/create-boss.ts';
import { createQueues } from '../../src/engine/create-queues.ts';
import { openStore } from '../../src/store/open-store.ts';

/** An embedded database with all tables and no rows, as PGlite loads it. */
export async function emptyDatabase(): Promise<Blob> {
  const store = await openStore('memory://');
  if (store.queue.kind !== 'pglite') throw new Error('a database in memory is an embedded one');
  const boss = createBoss(store.queue);
  await boss.start();
  await createQueues(boss);
  await boss.stop({ graceful: false });
  const dump = await store.queue.pglite.dumpDataDir('none');
  await store.close();
  return dump;
}
