import { announce } from '../telemetry/announce.ts';
import type { EngineLog } from './engine-log.ts';
import type { EngineClaim, EngineInbox } from './engine-store.ts';
import { orAborted } from './or-aborted.ts';

const batch = 20;
// 5 s, 20 s, 45 s … 16 minutes: more than an hour in all, so that an outage, and the longest that GitHub refuses for its rate, is ridden out.
const attempts = 15;
// Not all at the same moment: what failed together would fail together again.
const delay = (attempt: number) => Math.ceil(5 * attempt * attempt * (0.75 + Math.random() / 2));
// News of another process may be lost, and claims of one that was killed end by time.
const lookEvery = 10_000;

// Less than a claim lasts. What hangs holds up all that come after it.
const longest = 50_000;

// What is longer under way is left to the next: its claim ends by itself.
const patience = 10_000;

export interface InboxPump {
  /** Says that there is a new delivery. */
  wake(): void;
  /** Resolves when everything that can be worked now was worked. */
  idle(): Promise<void>;
  /** Takes no more, and finishes what is being worked, within ten seconds. */
  stop(): Promise<void>;
}

export interface PumpOptions {
  readonly inbox: EngineInbox;
  readonly work: (delivery: EngineClaim) => Promise<void>;
  readonly log: EngineLog;
  /** When GitHub's limits let a delivery be worked that an error ended (ms of the epoch); null for other errors. Such an attempt does not count. */
  readonly limitedUntil?: (error: unknown) => number | null;
  /** Milliseconds for which `stop` waits; 10 s if not given. */
  readonly patience?: number;
  /** Milliseconds after which a delivery that is still being worked is tried again later; 50 s if not given. */
  readonly longest?: number;
}

/**
 * Works deliveries that are not done: on `wake`, on news of another process, at once at the start, and every 10 s, so that nothing is lost when a
 * process was killed between acknowledging a delivery and working it. Deliveries need no job of their own: the row in
 * the inbox is one, and working it only enqueues keys.
 */
export function pumpInbox(options: PumpOptions): InboxPump {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function run(): Promise<void> {
    do {
      again = false;
      await workAll();
    } while (again && !stopped);
  }

  async function workAll(): Promise<void> {
    while (!stopped) {
      const claimed = await options.inbox.claim(batch);
      if (claimed.length === 0) return;
      const delays = await Promise.all(claimed.map((delivery) => workOne(options, delivery)));
      for (const seconds of delays) if (seconds !== null) setTimeout(wake, seconds * 1000 + 50).unref();
    }
  }

  function wake(): void {
    again = true;
    if (running || stopped) return;
    running = run()
      .catch((err: unknown) => options.log.error({ err }, 'the inbox cannot be read; trying again within ten seconds'))
      .finally(() => {
        running = null;
      });
  }

  const timer = setInterval(wake, lookEvery);
  timer.unref();
  const deafen = options.inbox.listen(wake);
  wake();
  return {
    wake,
    async idle() {
      while (running) await running;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await atMost(
        Promise.all([deafen(), running]).catch((err: unknown) => options.log.warn({ err }, 'the inbox did not stop cleanly')),
        options.patience ?? patience,
      );
    },
  };
}

async function atMost(work: Promise<unknown>, milliseconds: number): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([work, late]);
  clearTimeout(timer);
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const time = new AbortController();
  const timer = setTimeout(() => time.abort(new Error('it took longer than its time')), milliseconds);
  await orAborted(time.signal, work).finally(() => clearTimeout(timer));
}

/** Works a delivery; gives the seconds after which to try it again, or null when it is done. */
async function workOne(options: PumpOptions, delivery: EngineClaim): Promise<number | null> {
  const { inbox, work, log, longest: most = longest } = options;
  const facts = { delivery: delivery.id, event: delivery.event, attempt: delivery.attempt };
  const began = performance.now();
  const ended = (outcome: 'done' | 'later' | 'given-up') =>
    announce({ what: 'delivery-worked', delivery: delivery.id, event: delivery.event, outcome, ms: performance.now() - began });
  try {
    await within(most, work(delivery));
    announce({ what: 'step', key: `delivery/${delivery.id}`, step: 'keys-enqueued' });
    await inbox.finish(delivery.id);
    ended('done');
    return null;
  } catch (err) {
    const error = err instanceof Error ? err.message : String(err);
    const until = options.limitedUntil?.(err) ?? null;
    if (until === null && delivery.attempt >= attempts) {
      log.error({ ...facts, err }, 'delivery given up; the sweep mends what it would have told us');
      await inbox.finish(delivery.id, error);
      ended('given-up');
      return null;
    }
    log.warn({ ...facts, err }, 'delivery could not be worked; trying again');
    const seconds = until === null ? delay(delivery.attempt) : Math.max(1, Math.ceil((until - Date.now()) / 1000));
    await inbox.postpone(delivery.id, { seconds, error, counts: until === null });
    ended('later');
    return seconds;
  }
}
