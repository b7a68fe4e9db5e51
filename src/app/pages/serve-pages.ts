import type { Hono } from 'hono';
import { mountPages } from '../../web/mount-pages.ts';
import { offRoutes } from '../../web/off/off-routes.ts';
import { isLoopback } from '../is-loopback.ts';
import type { Environment } from '../settings/environment.ts';
import { type PageParts, pagePorts } from './page-ports.ts';

export interface PagesOptions {
  readonly environment: Environment;
  /** Whether this is a rehearsal, in which nobody signs in. No setting leads here. */
  readonly rehearsal?: boolean;
}

/** Adds the pages to the app's routes where they are switched on; else the front page says how. */
export function servePages(
  routes: Hono,
  parts: Omit<PageParts, 'githubApiUrl' | 'privateKey' | 'playbooksDir' | 'bundleSigner'>,
  { environment, rehearsal }: PagesOptions,
): void {
  const { pages = null, host, githubApiUrl } = environment;
  const { privateKey, playbooksDir, bundleSigner = {} } = environment;
  const all = { ...parts, githubApiUrl, privateKey, playbooksDir, bundleSigner };
  if (rehearsal) {
    const here = host !== null && isLoopback(`http://${host.includes(':') ? `[${host}]` : host}`);
    if (!here || !isLoopback(githubApiUrl))
      throw new Error('a rehearsal shows its pages without signing in: it listens on this machine alone, and so does its GitHub');
    mountPages(routes, pagePorts(all, null));
  } else if (pages) mountPages(routes, pagePorts(all, pages));
  else routes.route('/', offRoutes());
}
