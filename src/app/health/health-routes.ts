import { Hono } from 'hono';
import type { Health } from './create-health.ts';

/** `GET /healthz`: the process is alive, restart it when this fails. `GET /readyz`: 200 when it can do its part, else 503 and why. */
export function healthRoutes(health: Health): Hono {
  const routes = new Hono();
  routes.get('/healthz', (request) => request.text('ok'));
  routes.get('/readyz', async (request) => {
    const readiness = await health.check();
    return request.json(readiness, readiness.ready ? 200 : 503, { 'cache-control': 'no-store' });
  });
  return routes;
}
