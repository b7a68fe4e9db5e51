import { Hono } from 'hono';
import type { EngineLog } from '../engine/engine-log.ts';
import { openStore } from '../store/open-store.ts';
import { bundleKeys } from './audit/bundle-keys.ts';
import { createHealth } from './health/create-health.ts';
import { healthRoutes } from './health/health-routes.ts';
import { takeDeliveries } from './intake/take-deliveries.ts';
import { listen } from './listen.ts';
import { observe } from './metrics/observe.ts';
import { pageInstallation } from './pages/page-installation.ts';
import { servePages } from './pages/serve-pages.ts';
import { plainRoutes, type PlainRoutes } from './plain-routes.ts';
import type { Environment } from './settings/environment.ts';

export interface ReceiverOptions extends Pick<PlainRoutes, 'receiptKey'> {
  readonly environment: Environment;
  readonly log: EngineLog;
}

export interface Receiver {
  readonly url: string;
  stop(): Promise<void>;
}

/** A process that takes webhooks and keeps them, and works none: role `webhook`. It serves the pages, and needs GitHub for them alone. */
export async function startReceiver({ environment, log, receiptKey }: ReceiverOptions): Promise<Receiver> {
  const store = await openStore(environment.databaseUrl, inboxOf(environment));
  const undo = [store.close];
  try {
    const health = createHealth({ db: store.db, role: 'webhook', working: () => true });
    const observed = await observe({ environment, db: store.db, health, role: 'webhook' });
    undo.unshift(observed.stop);
    const routes = new Hono().route('/', healthRoutes(health));
    if (observed.route) routes.route('/', observed.route);
    routes.route('/', plainRoutes({ appId: environment.appId, log, bundleKeys: bundleKeys(store.db, environment), ...(receiptKey ? { receiptKey } : {}) }));
    const installation = pageInstallation(environment, store);
    servePages(routes, { store, log, now: () => new Date().toISOString(), installation }, { environment });
    const webhooks = takeDeliveries({ secret: environment.webhookSecret, log, accept: (delivery) => store.inbox.append(delivery) });
    const server = await listen(environment, { routes, webhooks });
    log.info({ url: server.url, metrics: observed.url, role: 'webhook' }, 'taking webhooks');
    return {
      url: server.url,
      async stop() {
        health.setStopping();
        await server.close();
        for (const step of undo) await step();
      },
    };
  } catch (error) {
    for (const step of undo) await step();
    throw error;
  }
}

/** How the inbox is to be kept, by the settings. */
export function inboxOf({ deliveryBodyDays }: Environment): { inbox?: { bodyDays: number } } {
  return deliveryBodyDays === undefined ? {} : { inbox: { bodyDays: deliveryBodyDays } };
}
