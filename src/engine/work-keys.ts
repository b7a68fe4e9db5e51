import type { JobWithMetadata, PgBoss, WorkOptions } from 'pg-boss';
import { plainFailure } from '../core/errors/plain-failure.ts';
import { parseKey, type Key } from '../core/keys/key.ts';
import type { Priority } from '../core/keys/keyed-work.ts';
import type { Trouble } from '../core/trouble/trouble.ts';
import { announce } from '../telemetry/announce.ts';
import type { EngineStore } from './engine-store.ts';
import type { KeyJob } from './enqueue-key.ts';
import { seedsAtOnce, workersOf } from './concurrency.ts';
import { reasonOf, untold } from './dead-letters/untold.ts';
import { resolveDeadLetters } from './dead-letters/resolve-dead-letters.ts';
import type { EngineLog } from './engine-log.ts';
import { orAborted } from './or-aborted.ts';
import { type FairSlots, fairSlots } from './places/fair-slots.ts';
import { rankOf } from './places/ranks.ts';
import { queues } from './queues.ts';

/** Looks at the world for a key and brings GitHub in line. Called again with the same key it must converge, also after a kill in the middle. `put-off` where nothing was looked at yet, and another look is asked for. */
export type Reconcile = (key: Key, signal: AbortSignal, priority: Priority) => Promise<void | 'put-off'>;

/** Says where people see it that a key fails again and again. Called at each further attempt: it must converge. */
export type OnTrouble = (key: Key, trouble: Trouble) => Promise<void>;

export interface WorkOfKeys {
  readonly boss: PgBoss;
  readonly store: EngineStore;
  readonly reconcile: Reconcile;
  readonly onTrouble?: OnTrouble;
  readonly log: EngineLog;
  /** How many keys of one installation are worked at once; from 2 on, one more for whoever else comes. */
  readonly concurrency: number;
}

/** Starts the workers of the key queues. */
export async function workKeys(options: WorkOfKeys): Promise<void> {
  const { concurrency, store } = options;
  const slots = fairSlots(store.db, concurrency);
  for (let count = 0; count < workersOf(concurrency); count += 1) await startWorker(queues.keys, options, slots);
  for (let count = 0; count < seedsAtOnce; count += 1) await startWorker(queues.seed, options, null);
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

async function startWorker(queue: string, options: WorkOfKeys, slots: FairSlots | null): Promise<void> {
  const { boss } = options;
  let worker: string | null = null;
  worker = await boss.work<KeyJob, void, typeof fetching>(queue, fetching, async ([job]) => {
    if (!job) return;
    const { id, name, data } = job;
    const work = () => workJob(job, options);
    let found: 'worked' | 'put-back' = 'worked';
    try {
      if (slots) found = await slots.work({ id, name, lane: data.lane ?? 0 }, work);
      else await work();
    } finally {
      // What would be put back next can wait for the poll.
      if (worker !== null && found === 'worked') boss.notifyWorker(worker);
    }
  });
}

// Of 18 retries: 1, 2, 4 … seconds between them, so that people are told after four to nine minutes. Many a trouble is over by then.
const attemptsInSilence = 8;

async function workJob(job: JobWithMetadata<KeyJob>, options: WorkOfKeys): Promise<void> {
  const { store, reconcile, log } = options;
  const { key } = job.data;
  const facts = { key, attempt: job.retryCount + 1 };
  const began = performance.now();
  const ended = (outcome: 'done' | 'put-off' | 'retry' | 'dead') => announce({ what: 'key-ended', key, outcome, ms: performance.now() - began });
  announce({ what: 'key-begun', ...facts, waitedMs: waited(job), causes: job.data.causes ?? [] });
  // A look that ends its process says nothing by itself: without this an old check would stand as if nothing were wrong.
  if (facts.attempt > attemptsInSilence + 1) await tell(options, key, { reason: reasonOf(job.output) ?? untold, last: false });
  try {
    // The queue serves a key to one worker at a time, but two processes that fetch in the same instant may each get a job,
    // one of them a retry; and a process that was asleep may still work what was taken from it.
    // A look that hangs, or waits for the lock in vain, holds no worker longer than the queue's lease, and gives the lock back.
    const look = (lost: AbortSignal) => {
      job.signal.throwIfAborted();
      return orAborted(job.signal, reconcile(parseKey(key), AbortSignal.any([job.signal, lost]), rankOf(job.priority)));
    };
    const found = await orAborted(job.signal, store.withLock(`key/${key}`, look));
    if (found === 'put-off') return ended('put-off');
    await resolveDeadLetters(store.db, key);
    log.debug(facts, 'key reconciled');
    ended('done');
  } catch (err) {
    const last = job.retryCount >= job.retryLimit;
    if (last) log.error({ ...facts, err }, 'key given up after its last attempt; kept in the dead-letter queue');
    else log.warn({ ...facts, err }, 'key could not be reconciled; trying again');
    const reason = plainFailure(err);
    if (last || facts.attempt > attemptsInSilence) await tell(options, key, { reason, last });
    ended(last ? 'dead' : 'retry');
    // The queue keeps what it is thrown, for operators to read: the reason alone, no request, no header, no answer.
    throw new Error(reason);
  }
}

/** That people cannot be told is no reason to forget why; the next attempt tells them. */
async function tell({ onTrouble, log }: WorkOfKeys, key: string, trouble: Trouble): Promise<void> {
  try {
    await onTrouble?.(parseKey(key), trouble);
  } catch (err) {
    log.warn({ key, err }, 'people cannot be told that this key fails');
  }
}

/** Milliseconds since the job could have been begun. The database's clock and ours are not the same. */
function waited({ createdOn, startAfter }: JobWithMetadata<KeyJob>): number {
  return Math.max(0, Date.now() - Math.max(createdOn.getTime(), startAfter.getTime()));
}
