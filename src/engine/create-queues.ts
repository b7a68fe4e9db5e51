import type { PgBoss, Queue } from 'pg-boss';
import { queues, type QueueName } from './queues.ts';

type Settings = Omit<Queue, 'name'>;

// 1, 2, 4 … 300 seconds between attempts: about an hour in all before a key is given up, which the sweep then retries.
const retries: Settings = { retryLimit: 18, retryDelay: 1, retryBackoff: true, retryDelayMax: 300 };
// Whose process died is noticed by its silence, and so is a job whose end could not be written, as on a full disk: that
// happens to an embedded database too, whose single owner goes on.
const liveness: Settings = { heartbeatSeconds: 60 };

/** Creates the queues, or brings the settings of existing ones up to date. */
export async function createQueues(boss: PgBoss): Promise<void> {
  // `short`: at most one job per key waits. A job that runs does not count: what changed after it looked needs another look.
  const keyed: Settings = { ...retries, policy: 'short', notify: true, deadLetter: queues.dead, ...liveness };
  const settings: [QueueName, Settings][] = [
    [queues.dead, { retentionSeconds: 30 * 24 * 3600 }],
    [queues.keys, { ...keyed, expireInSeconds: 15 * 60 }],
    [queues.seed, { ...keyed, expireInSeconds: 12 * 3600 }],
    [queues.wakes, { ...retries, policy: 'short' }],
    // Each sweep asks for the next: one that is given up would be the last.
    [queues.sweep, { ...retries, retryLimit: 1_000_000, policy: 'short' }],
  ];
  for (const [name, wanted] of settings) {
    await boss.createQueue(name, wanted);
    const { policy: _fixedAtCreation, ...changeable } = wanted;
    await boss.updateQueue(name, changeable);
  }
}
