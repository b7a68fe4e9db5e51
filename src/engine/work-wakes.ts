import type { JobWithMetadata, PgBoss, WorkOptions } from 'pg-boss';
import { parseKey } from '../core/keys/key.ts';
import type { KeyedWork, Priority } from '../core/keys/keyed-work.ts';
import type { KeyJob } from './enqueue-key.ts';
import { queues } from './queues.ts';
import type { SweepProgress, SweptPage } from './sweep-everything.ts';

/** A key to be looked at at its time; as somebody waits for it, if nothing else is said. */
export interface WakeJob extends KeyJob {
  readonly priority?: Priority;
}

export interface Wakes {
  readonly boss: PgBoss;
  readonly enqueue: (work: readonly KeyedWork[]) => Promise<void>;
  /** Sweeps a page, from the start when there is no progress. */
  readonly sweep: (progress: SweepProgress | null) => Promise<SweptPage>;
  readonly sweepSeconds: number;
}

const fetching = { batchSize: 20, burstWhenBatchFull: true, pollingIntervalSeconds: 1 } as const satisfies WorkOptions;

/**
 * Works keys whose time has come, and the sweep. Both wait in the database, so that a restart neither forgets nor repeats
 * them, and of several processes one sweeps. A wake only enqueues its key: waiting in the key queue itself it would be
 * "the one job of this key that waits", and hold back what happens in between.
 */
export async function workWakes({ boss, enqueue, sweep, sweepSeconds }: Wakes): Promise<void> {
  await boss.work<WakeJob>(queues.wakes, fetching, async (jobs) => {
    await enqueue(jobs.map((job) => ({ key: parseKey(job.data.key), priority: job.data.priority ?? 'now' })));
  });
  // Without a key of its own the queue's policy keeps one: sent again at each start, it is dropped while one waits.
  await boss.send(queues.sweep, {}, { group });
  // Of all processes one sweeps: the group's jobs run one after another.
  await boss.work<SweepJob, void, typeof sweeping>(queues.sweep, sweeping, async ([job]) => {
    if (!job) return;
    const { next, pages } = await sweep(job.data.progress ?? null);
    const hurry = job.data.hurry ?? isOverdue(job, sweepSeconds);
    const startAfter = next === null ? sweepSeconds : hurry ? 0 : Math.floor((sweepSeconds * 0.75) / pages);
    const data: SweepJob = next === null ? {} : { progress: next, hurry };
    await boss.send(queues.sweep, data, { startAfter, group });
  });
}

const sweeping = { pollingIntervalSeconds: 2, includeMetadata: true, groupConcurrency: 1 } as const satisfies WorkOptions;

const group = { id: 'sweep' };

/** A sweep of many repositories goes page by page, and the next page waits in the queue. */
interface SweepJob {
  readonly progress?: SweepProgress;
  /** True where the pages follow each other at once; else they are spread over three quarters of the time until the next sweep. */
  readonly hurry?: boolean;
}

/** Whether the sweep should long have been: after an outage, or at a first start, nobody waits an hour for what was missed. */
function isOverdue({ startAfter, createdOn }: JobWithMetadata<SweepJob>, sweepSeconds: number): boolean {
  const isFirst = startAfter.getTime() - createdOn.getTime() < 1_000;
  return isFirst || Date.now() - startAfter.getTime() > (sweepSeconds * 1000) / 2;
}
