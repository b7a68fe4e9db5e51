import { createBoss } from './create-boss.ts';
import { createQueues } from './create-queues.ts';
import type { EngineConnection, EngineDatabase } from './engine-store.ts';
import { indexWaiting } from './places/index-waiting.ts';

/** Makes the tables of the job queue, or brings them up to date, for an app whose own role may not. */
export async function prepareQueues(connection: EngineConnection, db: EngineDatabase): Promise<void> {
  const boss = createBoss(connection);
  const failures: unknown[] = [];
  boss.on('error', (error) => failures.push(error));
  await boss.start();
  try {
    await createQueues(boss);
    await indexWaiting(db);
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failures.length > 0) throw failures[0];
}
