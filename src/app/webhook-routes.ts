import { verify } from '@octokit/webhooks-methods';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Context } from 'hono';
import type { EngineLog } from '../engine/engine-log.ts';
import type { Delivery } from '../store/inbox/append-deliveries.ts';

// GitHub does not deliver anything larger.
const largestBody = 25 * 1024 * 1024;

export interface WebhookOptions {
  readonly secret: string;
  readonly log: EngineLog;
  /** Keeps a delivery for good; false when it was known. */
  readonly accept: (delivery: Delivery) => Promise<boolean>;
}

/** `POST /api/github/webhooks`, which answers 202 once a verified delivery is stored and before any work. */
export function webhookRoutes(options: WebhookOptions): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: largestBody, onError: (context) => context.text('larger than 25 MB, the most that GitHub delivers', 413) });
  routes.post('/api/github/webhooks', limit, (context) => takeDelivery(context, options));
  return routes;
}

async function takeDelivery(context: Context, { secret, log, accept }: WebhookOptions): Promise<Response> {
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
    return context.text('set the content type of the webhook to application/json', 415);
  const id = context.req.header('x-github-delivery') ?? '';
  const event = context.req.header('x-github-event') ?? '';
  if (!/^[\w-]{1,100}$/.test(id) || !/^[a-z_]{1,100}$/.test(event)) return context.text('the headers X-GitHub-Delivery and X-GitHub-Event are missing', 400);
  const body = await context.req.text();
  const signature = context.req.header('x-hub-signature-256') ?? '';
  // The signature covers the bytes, so the body is kept as text and parsed only after the answer.
  if (body === '' || signature === '' || !(await verify(secret, body, signature))) {
    log.warn({ delivery: id, event }, 'webhook refused: the signature does not fit WEBHOOK_SECRET');
    return context.text('the signature does not fit', 401);
  }
  const fresh = await accept({ id, event, body });
  log.debug({ delivery: id, event, fresh }, 'webhook stored');
  return context.text(fresh ? 'stored' : 'known already', 202);
}
