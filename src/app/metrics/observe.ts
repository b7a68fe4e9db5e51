import { Hono } from 'hono';
import type { Database } from '../../store/database.ts';
import type { Health } from '../health/create-health.ts';
import { healthRoutes } from '../health/health-routes.ts';
import type { Environment } from '../settings/environment.ts';
import { createMetrics } from './create-metrics.ts';
import { metricsRoute } from './metrics-route.ts';
import { serveMetrics } from './serve-metrics.ts';

export interface Observed {
  /** Where the listener of its own is, if there is one. */
  readonly url: string | null;
  /** `/metrics` for the app's own port, if it belongs there. */
  readonly route: Hono | null;
  stop(): Promise<void>;
}

export interface Observation {
  readonly environment: Pick<Environment, 'metrics' | 'host' | 'tracesEndpoint'>;
  readonly db: Database;
  readonly health: Health;
  readonly role: string;
}

/** Counts, shows and traces what happens, as far as the operator asked for it; otherwise nobody listens. */
export async function observe(observation: Observation): Promise<Observed> {
  const traces = await traced(observation);
  try {
    const shown = await figures(observation);
    return {
      ...shown,
      async stop() {
        await shown.stop();
        await traces.stop();
      },
    };
  } catch (error) {
    await traces.stop();
    throw error;
  }
}

async function traced({ environment, role }: Observation): Promise<{ stop(): Promise<void> }> {
  const endpoint = environment.tracesEndpoint ?? null;
  if (endpoint === null) return { stop: async () => undefined };
  // Some 500 files that nobody needs who does not trace.
  const { startTraces } = await import('../traces/start-traces.ts');
  return startTraces({ endpoint, role });
}

/** On a port of its own, or behind a token; with neither nothing is counted. */
async function figures({ environment, db, health, role }: Observation): Promise<Observed> {
  const { port = null, token = null } = environment.metrics ?? {};
  if (port === null && token === null) return { url: null, route: null, stop: async () => undefined };
  const metrics = createMetrics({ db, role });
  const route = metricsRoute(metrics, token);
  if (port === null) return { url: null, route, stop: async () => metrics.stop() };
  const routes = new Hono().route('/', route).route('/', healthRoutes(health));
  try {
    const listener = await serveMetrics(routes, { port, host: environment.host });
    return {
      url: listener.url,
      route: null,
      async stop() {
        await listener.close();
        metrics.stop();
      },
    };
  } catch (error) {
    metrics.stop();
    throw error;
  }
}
