import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { icon } from './icon.ts';
import { script } from './script.ts';
import { style } from './style/style.ts';

interface Asset {
  /** With a digest of its content: it may be kept for ever. */
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

function asset(name: string, type: string, body: string): Asset {
  const [stem, ending] = name.split('.');
  return { path: `/assets/${stem}.${createHash('sha256').update(body).digest('hex').slice(0, 12)}.${ending}`, type, body };
}

/** What the pages load beside themselves: nothing comes from elsewhere. */
export const assets = {
  style: asset('page.css', 'text/css; charset=utf-8', style),
  script: asset('page.js', 'text/javascript; charset=utf-8', script),
  icon: asset('icon.svg', 'image/svg+xml', icon),
};

/** Serves them, to everybody. */
export function assetRoutes(): Hono {
  const routes = new Hono();
  for (const { path, type, body } of Object.values(assets)) {
    routes.get(path, (context) =>
      context.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' }),
    );
  }
  return routes;
}
