import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { deliveryPath } from './intake/take-deliveries.ts';
import type { Environment } from './settings/environment.ts';

export interface Listening {
  readonly url: string;
  /** Takes no more requests and answers those that are there. */
  close(): Promise<void>;
}

export interface Served {
  readonly routes: Hono;
  /** Takes the webhooks; none are taken when it is left out. */
  readonly webhooks?: RequestListener;
}

// A delivery is answered within 10 s; a page that listens for news keeps its connection open for as long as it is shown.
const patience = { deliveries: 10_000, pages: 2_000 };

/** Serves pages and webhooks on the port of the environment. */
export async function listen({ port, host }: Pick<Environment, 'port' | 'host'>, { routes, webhooks }: Served): Promise<Listening> {
  const pages = getRequestListener(routes.fetch);
  let deliveries = 0;
  let closing = false;
  let idle = () => undefined as void;
  const server = createServer((request, response) => {
    if (!webhooks || request.url?.split('?', 1)[0] !== deliveryPath) return void pages(request, response);
    deliveries += 1;
    // A sender that keeps its connection would otherwise go on sending to a process that stops.
    if (closing) response.setHeader('connection', 'close');
    response.once('close', () => {
      deliveries -= 1;
      if (deliveries === 0) idle();
    });
    webhooks(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host ?? undefined, resolve);
  });
  return {
    url: urlOf(server, host ?? '127.0.0.1'),
    async close() {
      closing = true;
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      const answered = new Promise<void>((resolve) => {
        idle = resolve;
        if (deliveries === 0) resolve();
      });
      const timers = [setTimeout(idle, patience.deliveries)];
      await answered;
      timers.push(setTimeout(() => server.closeAllConnections(), patience.pages));
      await closed;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
