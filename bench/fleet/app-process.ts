/** The app in a process of its own whose time, and whose budget's, is what it is told. Started by simulate-day.ts. */
import { readEnvironment } from '../../src/app/read-environment.ts';
import { startSprintgate } from '../../src/app/serve-app.ts';
import { githubLimits } from '../../src/core/budget/budget-limits.ts';
import { happenings } from '../../src/telemetry/announce.ts';
import type { Happening } from '../../src/telemetry/happening.ts';

export type Ask = { readonly ask: 'advance'; readonly now: string } | { readonly ask: 'wake' } | { readonly ask: 'drain' } | { readonly ask: 'figures' };

/** What was seen since the last figures. */
export interface Figures {
  readonly keys: number;
  /** Milliseconds by the machine's clock for which each key waited to be begun. */
  readonly waited: readonly number[];
  /** Milliseconds of the simulated day for which each key that GitHub's limits held up was held up. */
  readonly heldUp: readonly number[];
  readonly retries: number;
  readonly dead: number;
  /** After garbage was collected, in MB. */
  readonly heap: number;
  readonly resident: number;
  readonly external: number;
}

const environment = readEnvironment(process.env);
if (!environment) throw new Error('the environment is given by the benchmark');
let now = Date.parse(process.env['NOW'] ?? '');
const since = new Map<string, number>();
let seen = noFigures();
happenings.subscribe((message) => note(message as Happening));
const clock = { now: () => now, sleep: () => Promise.reject(new Error('nothing is waited for in a time that stands still')) };
const app = await startSprintgate(environment, { now: () => new Date(now).toISOString(), budget: { limits: githubLimits, clock } });
process.on('message', (message) => void answer(message as Ask).then((answered) => process.send?.(answered)));
process.send?.({ url: app.url });

function noFigures() {
  return { keys: 0, waited: new Array<number>(), heldUp: new Array<number>(), retries: 0, dead: 0 };
}

function note(happening: Happening): void {
  if (happening.what === 'key-begun') seen.waited.push(happening.waitedMs);
  if (happening.what !== 'key-ended') return;
  const { key, outcome } = happening;
  seen.keys += 1;
  if (outcome === 'retry') seen.retries += 1;
  else if (outcome === 'dead') seen.dead += 1;
  else if (outcome === 'put-off') since.set(key, since.get(key) ?? now);
  else if (since.has(key)) {
    seen.heldUp.push(now - (since.get(key) ?? now));
    since.delete(key);
  }
}

async function answer(asked: Ask): Promise<unknown> {
  switch (asked.ask) {
    case 'advance':
      now = Date.parse(asked.now);
      return {};
    case 'wake':
      // Wakes wait by the database's clock, which is the machine's.
      await app.context.store.db.query(
        `update sprintgate_jobs.job set start_after = now() where name = 'wakes' and state in ('created', 'retry') and start_after > now() and start_after <= $1`,
        [new Date(now).toISOString()],
      );
      return {};
    case 'drain':
      await app.engine.drained();
      return {};
    case 'figures': {
      // Twice: what finalizers let go of is collected the second time.
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve, 50));
      globalThis.gc?.();
      const { heapUsed, rss, external } = process.memoryUsage();
      const figures: Figures = { ...seen, heap: heapUsed / 1e6, resident: rss / 1e6, external: external / 1e6 };
      seen = noFigures();
      return figures;
    }
  }
}
