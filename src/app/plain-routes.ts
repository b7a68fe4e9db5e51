import { Hono } from 'hono';
import type { EngineLog } from '../engine/engine-log.ts';
import type { PublishedKeys } from './audit/published-keys.ts';
import { setupRoutes } from '../web/setup/setup-routes.ts';

export interface PlainRoutes {
  readonly appId: number;
  readonly log: EngineLog;
  /** The public key, as text, by which receipts of an installation are checked; null where there is none. */
  readonly receiptKey?: (installation: number) => Promise<string | null>;
  /** The keys that sign auditors' bundles. */
  readonly bundleKeys?: () => Promise<PublishedKeys>;
}

/** The pages that need no GitHub: public keys and the steps after the installation. */
export function plainRoutes({ appId, log, receiptKey, bundleKeys }: PlainRoutes): Hono {
  const routes = new Hono();
  routes.onError((err, request) => {
    log.error({ err, path: request.req.path }, 'request failed');
    return request.text('something went wrong here; see the log', 500);
  });
  routes.get('/keys/:installation{[1-9][0-9]{0,14}}', async (request) => {
    const key = await receiptKey?.(Number(request.req.param('installation')));
    return key ? request.text(key) : request.notFound();
  });
  routes.get('/.well-known/sprintgate-keys.json', async (request) => (bundleKeys ? request.json(await bundleKeys()) : request.notFound()));
  routes.route('/', setupRoutes({ appId }));
  return routes;
}
