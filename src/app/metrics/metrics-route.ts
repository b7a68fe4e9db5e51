import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Metrics } from './create-metrics.ts';

/** `GET /metrics`. With a token only for who shows it as `Authorization: Bearer`; null where the listener is the operator's own. */
export function metricsRoute(metrics: Metrics, token: string | null): Hono {
  const routes = new Hono();
  routes.get('/metrics', async (request) => {
    if (token !== null && !isBearer(request.req.header('authorization') ?? '', token)) {
      return request.text('show METRICS_TOKEN as a bearer token', 401, { 'www-authenticate': 'Bearer' });
    }
    return request.text(await metrics.text(), 200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
  });
  return routes;
}

/** Compares digests: of equal length, and in a time that tells nothing of the token. */
function isBearer(header: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header.replace(/^Bearer +/i, 'Bearer ')), digest(`Bearer ${token}`));
}
