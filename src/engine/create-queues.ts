import type { PgBoss, Queue } from 'pg-boss';
import type { EngineConnection } from './engine-store.ts';
import { queues, type QueueName } from './queues.ts';

type Settings = Omit<Queue, 'name'>;

// 1, 2, 4 … 300 seconds between attempts: about an hour in all before a key is given up, which the sweep then retries.
const retries: Settings = { retryLimit: 18, retryDelay: 1, retryBackoff: true, retryDelayMax: 300 };

/** Creates the queues, or brings the settings of existing ones up to date. */
export async function createQueues(boss: PgBoss, kind: EngineConnection['kind']): Promise<void> {
  // `short`: at most one job per key waits. A job that runs does not count: what changed after it looked needs another look.
  const keyed: Settings = { ...retries, policy: 'short', notify: true, deadLetter: queues.dead, ...liveness(kind) };
  const settings: [QueueName, Settings][] = [
    [queues.dead, { retentionSeconds: 30 * 24 * 3600 }],
    [queues.keys, { ...keyed, expireInSeconds: 15 * 60 }],
    [queues.seed, { ...keyed, expireInSeconds: 12 * 3600 }],
    [queues.wakes, { ...retries, policy: 'short' }],
    [queues.sweep, { ...retries, policy: 'short' }],
  ];
  for (const [name, wanted] of settings) {
    await boss.createQueue(name, wanted);
    const { policy: _fixedAtCreation, ...changeable } = wanted;
    await boss.updateQueue(name, changeable);
  }
}

/** Several processes on one Postgres notice a dead one by its silence; an embedded database has a single owner, who cleans up at its start. */
function liveness(kind: EngineConnection['kind']): Settings {
  return kind === 'postgres' ? { heartbeatSeconds: 60 } : {};
}
