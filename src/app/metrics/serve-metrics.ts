import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface MetricsListener {
  /** e.g. `http://127.0.0.1:9464`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves routes that are not for the world on a port of their own. */
export async function serveMetrics(routes: Hono, at: { readonly port: number; readonly host: string | null }): Promise<MetricsListener> {
  const server = createAdaptorServer({ fetch: routes.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host ?? undefined, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = at.host ?? '127.0.0.1';
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      // A scraper keeps its connection for the next time.
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
