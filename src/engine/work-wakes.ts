import type { PgBoss, WorkOptions } from 'pg-boss';
import { parseKey } from '../core/keys/key.ts';
import type { KeyedWork } from '../core/keys/keyed-work.ts';
import type { KeyJob } from './enqueue-key.ts';
import { queues } from './queues.ts';

export interface Wakes {
  readonly boss: PgBoss;
  readonly enqueue: (work: readonly KeyedWork[]) => Promise<void>;
  readonly sweep: () => Promise<void>;
  readonly sweepSeconds: number;
}

const fetching = { batchSize: 20, burstWhenBatchFull: true, pollingIntervalSeconds: 1 } as const satisfies WorkOptions;

/**
 * Works keys whose time has come, and the sweep. Both wait in the database, so that a restart neither forgets nor repeats
 * them, and of several processes one sweeps. A wake only enqueues its key: waiting in the key queue itself it would be
 * "the one job of this key that waits", and hold back what happens in between.
 */
export async function workWakes({ boss, enqueue, sweep, sweepSeconds }: Wakes): Promise<void> {
  await boss.work<KeyJob>(queues.wakes, fetching, async (jobs) => {
    await enqueue(jobs.map((job) => ({ key: parseKey(job.data.key), priority: 'now' })));
  });
  // Without a key of its own the queue's policy keeps one: sent again at each start, it is dropped while one waits.
  await boss.send(queues.sweep, {}, {});
  await boss.work(queues.sweep, { pollingIntervalSeconds: 10 }, async () => {
    await sweep();
    await boss.send(queues.sweep, {}, { startAfter: sweepSeconds });
  });
}
