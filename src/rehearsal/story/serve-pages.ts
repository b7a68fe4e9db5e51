import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { InputError } from '../../core/errors/input-error.ts';

export interface PagesServer {
  /** What it answers with from now on; until then it says that it is starting. */
  show: (pages: Hono) => void;
  close: () => Promise<void>;
}

/** Takes the port first, before anything slow is started, so that a port in use is told at once. */
export async function servePages(port: number): Promise<PagesServer> {
  let pages: Hono | null = null;
  const server = createAdaptorServer({
    fetch: (request: Request) =>
      pages?.fetch(request) ?? new Response('The rehearsal is starting; reload in a few seconds.', { status: 503, headers: { 'retry-after': '3' } }),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refused(port, error)));
    server.listen(port, 'localhost', resolve);
  });
  return {
    show(shown) {
      pages = shown;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function refused(port: number, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE') return new InputError(`port ${port} is in use; choose another: npm start -- --port ${port + 1}`);
  if (error.code === 'EACCES') return new InputError(`port ${port} may not be opened by this user; choose one above 1023: npm start -- --port 3000`);
  return error;
}
