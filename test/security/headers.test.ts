import { Hono } from 'hono';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { tokenClient } from '../../src/github/token-client.ts';
import type { SessionCookies } from '../../src/web/access/session-cookie.ts';
import { signInRoutes } from '../../src/web/access/sign-in-routes.ts';
import type { SignIn } from '../../src/web/access/sign-in.ts';
import type { PageEnv } from '../../src/web/shell/page-env.ts';

const injected = ['\r\n', '\n', '\r', '\u0085', '\u2028', '%0d%0a', '%0D%0ASet-Cookie:%20a=b'].map((end) => `/r/acme/shop${end}X-Evil: 1`);

test('a line end in where to go on to makes no header of its own', async () => {
  const app = new Hono<PageEnv>();
  app.use(async (context, next) => {
    context.set('viewer', { kind: 'person' } as PageEnv['Variables']['viewer']);
    context.set('locale', 'en');
    await next();
  });
  app.route('/', signInRoutes({} as SignIn, {} as SessionCookies));
  for (const to of injected) {
    for (const query of [encodeURIComponent(to), to.replaceAll(/[^\x21-\x7e]/gu, encodeURIComponent)]) {
      const answer = await app.request(`/sign-in?to=${query}`);
      expect(answer.status).toBe(303);
      expect([...answer.headers.keys()].toSorted()).toEqual(['location']);
      expect(answer.headers.get('location')).toMatch(/^\/[\x21-\x7e]*$/);
    }
  }
});

test('a line end in a name of a repository makes no header and no request of its own at GitHub', async () => {
  const asked: { url: string; headers: readonly string[] }[] = [];
  const server = createServer((incoming, response) => {
    asked.push({ url: incoming.url ?? '', headers: incoming.rawHeaders });
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const github = tokenClient({ token: 'ghp_ana', apiUrl, userAgent: 'test' });
    for (const repo of injected) await github.rest.repos.get({ owner: 'acme', repo });
  } finally {
    server.close();
  }
  expect(asked).toHaveLength(injected.length);
  for (const { url, headers } of asked) {
    expect(url).toMatch(/^\/repos\/acme\/[\w%.-]+$/);
    expect(headers.map((each) => each.toLowerCase())).not.toContain('x-evil');
  }
});
