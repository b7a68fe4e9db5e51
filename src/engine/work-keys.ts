import type { JobWithMetadata, PgBoss, WorkOptions } from 'pg-boss';
import { parseKey, type Key } from '../core/keys/key.ts';
import { announce } from '../telemetry/announce.ts';
import type { EngineStore } from './engine-store.ts';
import type { KeyJob } from './enqueue-key.ts';
import type { EngineLog } from './engine-log.ts';
import { queues } from './queues.ts';

/** Looks at the world for a key and brings GitHub in line. Called again with the same key it must converge, also after a kill in the middle. */
export type Reconcile = (key: Key, signal: AbortSignal) => Promise<void>;

export interface WorkOfKeys {
  readonly boss: PgBoss;
  readonly store: EngineStore;
  readonly reconcile: Reconcile;
  readonly log: EngineLog;
  /** How many keys are worked at once. */
  readonly concurrency: number;
}

/** Starts the workers of the key queues. */
export async function workKeys(options: WorkOfKeys): Promise<void> {
  for (let count = 0; count < options.concurrency; count += 1) await startWorker(queues.keys, options);
  await startWorker(queues.seed, options);
}

// One job a fetch, because a batch is settled as a whole: a slow key would keep the others of its batch from being looked
// at again. pg-boss then fetches once per poll, so a worker that just had a job is told to look again at once.
// With NOTIFY a new job wakes workers within milliseconds, but retries and delayed jobs wait for the poll.
const fetching = {
  batchSize: 1,
  includeMetadata: true,
  groupConcurrency: 1,
  pollingIntervalSeconds: 0.5,
  notifyPollingIntervalSeconds: 1,
} as const satisfies WorkOptions;

async function startWorker(queue: string, options: WorkOfKeys): Promise<void> {
  const { boss } = options;
  let worker: string | null = null;
  worker = await boss.work<KeyJob, void, typeof fetching>(queue, fetching, async (jobs) => {
    try {
      for (const job of jobs) await workJob(job, options);
    } finally {
      if (worker !== null) boss.notifyWorker(worker);
    }
  });
}

async function workJob(job: JobWithMetadata<KeyJob>, { store, reconcile, log }: WorkOfKeys): Promise<void> {
  const { key } = job.data;
  const facts = { key, attempt: job.retryCount + 1 };
  const began = performance.now();
  announce({ what: 'key-begun', ...facts, waitedMs: waited(job) });
  try {
    // The queue serves a key to one worker at a time, but two processes that fetch in the same instant may each get a job.
    await store.withLock(`key/${key}`, (lost) => reconcile(parseKey(key), AbortSignal.any([job.signal, lost])));
    announce({ what: 'key-ended', key, outcome: 'done', ms: performance.now() - began });
    log.debug(facts, 'key reconciled');
  } catch (err) {
    const dead = job.retryCount >= job.retryLimit;
    announce({ what: 'key-ended', key, outcome: dead ? 'dead' : 'retry', ms: performance.now() - began });
    if (dead) log.error({ ...facts, err }, 'key given up after its last attempt; kept in the dead-letter queue');
    else log.warn({ ...facts, err }, 'key could not be reconciled; trying again');
    throw err;
  }
}

/** Milliseconds since the job could have been begun. The database's clock and ours are not the same. */
function waited({ createdOn, startAfter }: JobWithMetadata<KeyJob>): number {
  return Math.max(0, Date.now() - Math.max(createdOn.getTime(), startAfter.getTime()));
}
