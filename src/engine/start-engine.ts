import type { PgBoss } from 'pg-boss';
import { formatKey, type Key } from '../core/keys/key.ts';
import type { KeyedWork, Priority } from '../core/keys/keyed-work.ts';
import { countJobs, type JobCounts } from './count-jobs.ts';
import { createBoss } from './create-boss.ts';
import { createQueues } from './create-queues.ts';
import { mostAtOnce, usualConcurrency } from './concurrency.ts';
import type { EngineLog } from './engine-log.ts';
import type { EngineClaim, EngineDelivery, EngineStore } from './engine-store.ts';
import { enqueueKey } from './enqueue-key.ts';
import { expandWork, type ExpandOptions, type ResolveHead } from './expand-work.ts';
import { indexWaiting } from './places/index-waiting.ts';
import { failAbandonedJobs } from './fail-abandoned-jobs.ts';
import { pumpInbox } from './pump-inbox.ts';
import { queues } from './queues.ts';
import { type Sweep, sweepEverything, sweepPage } from './sweep-everything.ts';
import { workKeys, type OnTrouble, type Reconcile } from './work-keys.ts';
import { type WakeJob, workWakes } from './work-wakes.ts';
import { workersAlive } from './workers-alive.ts';

export interface EngineOptions {
  readonly store: EngineStore;
  readonly reconcile: Reconcile;
  /** Says which work a delivery stands for. It decides nothing, and may note what it saw in the store's directory. */
  readonly workOf: (delivery: EngineClaim) => Promise<readonly KeyedWork[]>;
  readonly resolveHead: ResolveHead;
  readonly voidingPlaybooks?: ExpandOptions['voidingPlaybooks'];
  /** Says where people see it that a key fails again and again; nobody is told when left out. */
  readonly onTrouble?: OnTrouble;
  /** The installations that GitHub knows, for the sweep. */
  readonly installations?: () => Promise<readonly number[]>;
  /** Has GitHub send again what it could not deliver, for the sweep. */
  readonly redeliver?: () => Promise<unknown>;
  /** Lets go of what is old, with each sweep. */
  readonly retain?: () => Promise<unknown>;
  /** When GitHub's limits let a delivery be worked whose work they ended (ms of the epoch); null for every other error. */
  readonly limitedUntil?: (error: unknown) => number | null;
  readonly log: EngineLog;
  /** How many keys are worked at once, 1 to 64; 8 if not given. The store must have `locksOf` it. */
  readonly concurrency?: number;
  /** Seconds between two looks for jobs of processes that were killed; 60 if not given. */
  readonly superviseSeconds?: number;
  /** Seconds between two looks at everything; an hour if not given. */
  readonly sweepSeconds?: number;
}

/** The running engine: from a durable delivery to a reconciled key. */
export interface Engine {
  /** Keeps a delivery for good before it returns, and works it soon after. False when it was known already. */
  accept(delivery: EngineDelivery): Promise<boolean>;
  /** Asks for looks at keys, fan-out included; at most one look per key waits. */
  enqueue(work: readonly KeyedWork[]): Promise<void>;
  /** Asks for a look at a key at a time, e.g. when a deadline passes. A later call for the same key replaces the time. */
  wakeAt(key: Key, at: string, priority?: Priority): Promise<void>;
  /** Enqueues every known repository, open pull request and installation again, and what was given up, at low priority. */
  sweep(): Promise<void>;
  /** Resolves when no delivery and no job is waiting or being worked. Jobs put off to a later time do not count. */
  drained(): Promise<void>;
  counts(): Promise<JobCounts & { readonly deliveries: number }>;
  /** Whether its workers work, or looked for work a moment ago. */
  working(): boolean;
  /** Finishes what is being worked, within half a minute, and stops. The store stays open. */
  stop(): Promise<void>;
}

/** Starts queue, workers, inbox and sweep on an open store. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { store, log, concurrency = usualConcurrency } = options;
  if (concurrency < 1 || concurrency > mostAtOnce) throw new RangeError(`concurrency is ${concurrency}; write 1 to ${mostAtOnce}, or start another process`);
  const boss = createBoss(store.queue, options.superviseSeconds);
  boss.on('error', (err) => log.error({ err }, 'job queue'));
  boss.on('warning', (warning) => log.warn({ warning }, 'job queue'));
  await boss.start();
  try {
    return await begin(boss, options);
  } catch (error) {
    // What began to fetch jobs would go on doing it, and keep the process alive.
    await boss.stop({ graceful: false }).catch((err: unknown) => log.warn({ err }, 'the queue did not stop cleanly'));
    throw error;
  }
}

async function begin(boss: PgBoss, options: EngineOptions): Promise<Engine> {
  const { store, log, concurrency = usualConcurrency } = options;
  await createQueues(boss);
  await store.withLock('engine/index', () => indexWaiting(store.db));
  if (store.queue.kind === 'pglite') {
    await failAbandonedJobs(boss, store.db);
    await store.inbox.release();
  }
  const enqueue = enqueueInto(boss, options);
  const { installations, redeliver, retain, onTrouble } = options;
  await workKeys({ boss, store, reconcile: options.reconcile, log, concurrency, ...(onTrouble ? { onTrouble } : {}) });
  const duties = { ...(installations ? { installations } : {}), ...(redeliver ? { redeliver } : {}), ...(retain ? { retain } : {}) };
  const sweep: Sweep = { store, log, enqueue, ...duties };
  await workWakes({ boss, enqueue, sweep: (progress) => sweepPage(sweep, progress), sweepSeconds: options.sweepSeconds ?? 3600 });
  const { limitedUntil } = options;
  const work = async (delivery: EngineClaim) => enqueueInto(boss, options, delivery.id)(await options.workOf(delivery));
  const pump = pumpInbox({ inbox: store.inbox, log, work, ...(limitedUntil ? { limitedUntil } : {}) });
  return running({ boss, store, pump, enqueue, sweep: () => sweepEverything(sweep) });
}

type Enqueue = Engine['enqueue'];

function enqueueInto(boss: PgBoss, options: EngineOptions, cause: string | null = null): Enqueue {
  const { voidingPlaybooks } = options;
  const lookup = { directory: options.store.directory, resolveHead: options.resolveHead, ...(voidingPlaybooks ? { voidingPlaybooks } : {}) };
  return async (work) => {
    for (const { key, priority } of await expandWork(work, lookup)) await enqueueKey({ boss, store: options.store, cause }, key, priority);
  };
}

interface Parts {
  readonly boss: PgBoss;
  readonly store: EngineStore;
  readonly pump: ReturnType<typeof pumpInbox>;
  readonly enqueue: Enqueue;
  readonly sweep: () => Promise<void>;
}

function running({ boss, store, pump, enqueue, sweep }: Parts): Engine {
  const counts = async () => ({ deliveries: await store.inbox.countWaiting(), ...(await countJobs(store.db)) });
  return {
    enqueue,
    sweep,
    counts,
    working: () => workersAlive(boss, Date.now()),
    async accept(delivery) {
      const fresh = await store.inbox.append(delivery);
      if (fresh) pump.wake();
      return fresh;
    },
    async wakeAt(key, at, priority = 'now') {
      const job: WakeJob = { key: formatKey(key), priority };
      await boss.upsert(queues.wakes, job, { singletonKey: job.key, startAfter: at });
    },
    async drained() {
      for (;;) {
        await pump.idle();
        const { deliveries, waiting, active } = await counts();
        if (deliveries + waiting + active === 0) return;
        await new Promise((resolve) => {
          setTimeout(resolve, 20);
        });
      }
    },
    async stop() {
      await pump.stop();
      await boss.stop({ graceful: true, timeout: 30_000 });
    },
  };
}
