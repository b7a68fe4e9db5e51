import { Registry } from 'prom-client';
import type { Database } from '../../store/database.ts';
import { happenings } from '../../telemetry/announce.ts';
import type { Happening } from '../../telemetry/happening.ts';
import { version } from '../version.ts';
import { countHappening } from './count-happening.ts';
import { defineAll } from './define-all.ts';
import { pollDatabase } from './poll-database.ts';

export interface Metrics {
  readonly contentType: string;
  /** All figures as of now, in Prometheus' text format. */
  text(): Promise<string>;
  /** Counts no more. */
  stop(): void;
}

export interface MetricsOptions {
  readonly db: Database;
  /** `all`, `webhook` or `worker`. */
  readonly role: string;
  /** Milliseconds; by it what GitHub said of its limits grows stale. */
  readonly clock?: () => number;
}

/** Listens to what happens in this process, and counts it until it is stopped. */
export function createMetrics({ db, role, clock = Date.now }: MetricsOptions): Metrics {
  const registry = new Registry();
  const { counted, polled, info, noteBudget } = defineAll(registry, clock);
  info.set({ version, node: process.version, role }, 1);
  const listen = (message: unknown) => {
    const happening = message as Happening;
    if (happening.what === 'budget') noteBudget(happening);
    else countHappening(counted, happening);
  };
  happenings.subscribe(listen);
  let polling: Promise<void> | null = null;
  return {
    contentType: registry.contentType,
    async text() {
      // Two scrapers at once ask the database once.
      polling ??= pollDatabase(polled, db).finally(() => {
        polling = null;
      });
      await polling;
      return registry.metrics();
    },
    stop() {
      happenings.unsubscribe(listen);
    },
  };
}
