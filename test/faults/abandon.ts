import { createBoss } from '../../src/engine/create-boss.ts';
import { failAbandonedJobs } from '../../src/engine/fail-abandoned-jobs.ts';
import type { Store } from '../../src/store/store.ts';

/** What becomes of work that nobody carries on with, once its silence was noticed: that takes a minute or two elsewhere. */
export async function abandon(store: Store): Promise<void> {
  const boss = createBoss(store.queue);
  boss.on('error', () => undefined);
  try {
    await boss.start();
    await failAbandonedJobs(boss, store.db);
    // A claim on deliveries ends by itself, after a minute.
    await store.inbox.release();
  } finally {
    await boss.stop({ graceful: false, close: store.queue.kind === 'postgres' });
  }
}
