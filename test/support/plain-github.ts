import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

export interface PlainGitHub {
  readonly url: string;
  /** Requests that were made, as `METHOD path`. */
  readonly requests: string[];
  /** Takes the app off its installation. */
  uninstall(): void;
  close(): Promise<void>;
}

/** The few answers that starting the app and finding its way needs; what gates read is the embedded GitHub's business. */
export async function startPlainGitHub(pulls: readonly object[] = []): Promise<PlainGitHub> {
  const requests: string[] = [];
  const routes = new Hono();
  routes.use(async (context, next) => {
    requests.push(`${context.req.method} ${context.req.path}`);
    await next();
  });
  routes.get('/app', (context) => context.json({ id: 42, slug: 'sprintgate' }));
  // Empty for the sweep at the app's start: what a test sends is all that it then sees.
  let asked = 0;
  let installed = true;
  routes.get('/app/installations', (context) => context.json((asked += 1) === 1 ? [] : [{ id: 9 }]));
  const gone = { message: 'Not Found' };
  routes.get('/app/installations/:id', (context) =>
    installed && context.req.param('id') === '9' ? context.json({ id: 9, suspended_at: null }) : context.json(gone, 404),
  );
  routes.post('/app/installations/:id/access_tokens', (context) =>
    installed && context.req.param('id') === '9'
      ? context.json({ token: 'ghs_test', expires_at: '2999-01-01T00:00:00Z', permissions: {}, repository_selection: 'all' }, 201)
      : context.json(gone, 404),
  );
  routes.get('/installation/repositories', (context) =>
    installed
      ? context.json({ total_count: 1, repositories: [{ id: 1, name: 'shop', owner: { login: 'acme' } }] })
      : context.json({ message: 'Bad credentials' }, 401),
  );
  routes.get('/repos/acme/shop/pulls', (context) => context.json(pulls));
  routes.get('/repos/acme/shop/commits/:sha/pulls', (context) =>
    context.json(pulls.filter((pull) => (pull as { head: { sha: string } }).head.sha === context.req.param('sha'))),
  );
  const server = serve({ fetch: routes.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => {
    server.once('listening', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    uninstall() {
      installed = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
