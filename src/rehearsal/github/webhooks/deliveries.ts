import { createHash, createHmac } from 'node:crypto';
import type { AppRecord, Installation } from '../records/account.ts';
import { installationFor } from '../records/find.ts';
import type { World, WorldEvent } from '../records/world.ts';

export interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly appId: number;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly redelivery: boolean;
  deliveredAt: string;
  /** 0 until it was sent; then what the app answered, or 502 when nobody did. */
  statusCode: number;
  responseBody: string;
  durationMs: number;
}

/** Sent whether or not the app subscribed to them. */
const always = new Set(['installation', 'installation_repositories', 'installation_target', 'github_app_authorization']);

/** Names of our own that no permission of the product covers by default still go only to subscribers. */
function hears(app: AppRecord, event: string): boolean {
  return always.has(event) || app.events.includes(event);
}

/** A random-looking id that is the same in every run: tests compare deliveries. */
function guidFor(id: number, appId: number): string {
  const hex = createHash('sha256').update(`delivery ${id} of app ${appId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface Deliveries {
  readonly all: Delivery[];
  /** While true, deliveries wait in `held` instead of being sent. */
  holding: boolean;
  readonly held: Delivery[];
  /** Where set, it takes each delivery in place of the network, and sends it when and as often as it likes. */
  carrier: ((delivery: Delivery) => void) | null;
  readonly accept: (event: WorldEvent) => void;
  readonly send: (delivery: Delivery) => void;
  readonly redeliver: (id: number) => Delivery | null;
  readonly settled: () => Promise<void>;
}

export function signBody(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

function headersFor(input: { app: AppRecord; guid: string; event: string; body: string }): Record<string, string> {
  const { app, guid, event, body } = input;
  return {
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/embedded',
    accept: '*/*',
    'x-github-event': event,
    'x-github-delivery': guid,
    'x-github-hook-id': String(app.id),
    'x-github-hook-installation-target-id': String(app.id),
    'x-github-hook-installation-target-type': 'integration',
    'x-hub-signature-256': signBody(app.webhookSecret, body),
  };
}

async function post(world: World, delivery: Delivery): Promise<void> {
  const hookUrl = world.apps.get(delivery.appId)?.hookUrl ?? null;
  if (hookUrl === null) return;
  const start = performance.now();
  try {
    const response = await fetch(hookUrl, { method: 'POST', headers: delivery.headers, body: delivery.body, signal: AbortSignal.timeout(10_000) });
    delivery.statusCode = response.status;
    delivery.responseBody = await response.text();
  } catch (error) {
    delivery.statusCode = error instanceof Error && error.name === 'TimeoutError' ? 504 : 502;
    delivery.responseBody = error instanceof Error ? error.message : String(error);
  }
  delivery.durationMs = performance.now() - start;
  delivery.deliveredAt = world.now();
}

function interested(world: World, event: WorldEvent): { app: AppRecord; installation: Installation }[] {
  return [...world.apps.values()].flatMap((app) => {
    if (!hears(app, event.event) || (event.onlyAppId !== undefined && event.onlyAppId !== app.id)) return [];
    const installation =
      event.installationId === undefined
        ? event.repository === null
          ? ownInstallation(world, app, event)
          : installationFor(world, app.id, event.repository)
        : (world.installations.get(event.installationId) ?? null);
    return installation === null || installation.suspendedAt !== null ? [] : [{ app, installation }];
  });
}

function ownInstallation(world: World, app: AppRecord, event: WorldEvent): Installation | null {
  return [...world.installations.values()].find((installation) => installation.appId === app.id && installation.accountId === event.accountId) ?? null;
}

/** Turns what happens into signed deliveries, one after another in the order in which it happened. */
export function createDeliveries(world: () => World): Deliveries {
  let queue: Promise<void> = Promise.resolve();
  const send = (delivery: Delivery): void => {
    queue = queue.then(() => post(world(), delivery));
  };
  const settled = async (): Promise<void> => {
    for (let seen: Promise<void> | null = null; seen !== queue;) {
      seen = queue;
      await seen;
    }
  };
  const route = (delivery: Delivery): void => {
    deliveries.all.push(delivery);
    if (deliveries.carrier !== null) deliveries.carrier(delivery);
    else if (deliveries.holding) deliveries.held.push(delivery);
    else send(delivery);
  };
  const accept = (event: WorldEvent): void => {
    for (const { app, installation } of interested(world(), event)) {
      const payload = {
        ...event.payload,
        ...(event.installationId === undefined ? { installation: { id: installation.id, node_id: `INST_${installation.id}` } } : {}),
      };
      route(makeDelivery(world(), { app, installation, event, body: JSON.stringify(payload) }));
    }
  };
  const redeliver = (id: number): Delivery | null => {
    const original = deliveries.all.find((delivery) => delivery.id === id);
    if (original === undefined) return null;
    const again: Delivery = {
      ...original,
      id: world().nextId('delivery'),
      redelivery: true,
      statusCode: 0,
      responseBody: '',
      durationMs: 0,
      deliveredAt: world().now(),
    };
    route(again);
    return again;
  };
  const deliveries: Deliveries = { all: [], holding: false, held: [], carrier: null, accept, send, redeliver, settled };
  return deliveries;
}

function makeDelivery(world: World, input: { app: AppRecord; installation: Installation; event: WorldEvent; body: string }): Delivery {
  const { app, installation, event, body } = input;
  const id = world.nextId('delivery');
  const guid = guidFor(id, app.id);
  return {
    id,
    guid,
    appId: app.id,
    event: event.event,
    action: event.action,
    installationId: installation.id,
    repositoryId: event.repository?.id ?? null,
    headers: headersFor({ app, guid, event: event.event, body }),
    body,
    redelivery: false,
    deliveredAt: world.now(),
    statusCode: 0,
    responseBody: '',
    durationMs: 0,
  };
}
