import { ApiError, notFound } from '../records/api-error.ts';
import type { Json } from '../records/world.ts';
import { ok } from '../http/call.ts';
import type { Answer, Call, Handler } from '../http/call.ts';
import type { Delivery } from '../webhooks/deliveries.ts';

function appId(call: Call): number {
  if (call.caller.kind !== 'app') throw new ApiError(401, 'A JSON web token could not be decoded');
  return call.caller.app.id;
}

function renderItem(delivery: Delivery): Json {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: delivery.durationMs / 1000,
    status: delivery.statusCode >= 200 && delivery.statusCode < 300 ? 'OK' : 'Failed',
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}

function find(call: Call): Delivery {
  const found = call.services.deliveries.all.find((delivery) => delivery.id === Number(call.params['delivery_id']) && delivery.appId === appId(call));
  if (found === undefined) throw notFound();
  return found;
}

/** Those that were sent (one that is held back, or came before there was an address, was not); newest first, and only a cursor leads on: page numbers are not taken. */
function list(call: Call): Answer {
  const app = appId(call);
  const perPage = Math.min(100, Number(call.query['per_page'] ?? 30));
  const cursor = Number(call.query['cursor'] ?? Number.POSITIVE_INFINITY);
  const wanted = call.query['status'];
  const items = call.services.deliveries.all
    .filter(
      (delivery) =>
        delivery.appId === app &&
        delivery.statusCode !== 0 &&
        delivery.id < cursor &&
        (wanted === undefined || (wanted === 'success') === (delivery.statusCode >= 200 && delivery.statusCode < 300)),
    )
    .toReversed();
  const page = items.slice(0, perPage);
  const next = new URL(call.url);
  next.searchParams.set('cursor', String(page.at(-1)?.id ?? 0));
  return { status: 200, body: page.map(renderItem), ...(items.length > perPage ? { headers: { link: `<${next.href}>; rel="next"` } } : {}) };
}

function redeliver(call: Call): Answer {
  call.services.deliveries.redeliver(find(call).id);
  return { status: 202, body: {} };
}

export const hookDeliveryHandlers: Readonly<Record<string, Handler>> = {
  'apps/list-webhook-deliveries': list,
  'apps/get-webhook-delivery': (call) => {
    const delivery = find(call);
    return ok({
      ...renderItem(delivery),
      url: '',
      request: { headers: delivery.headers, payload: JSON.parse(delivery.body) },
      response: { headers: {}, payload: delivery.responseBody },
    });
  },
  'apps/redeliver-webhook-delivery': redeliver,
};
