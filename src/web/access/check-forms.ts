import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { errorPage } from '../shell/error-page.ts';
import type { PageEnv } from '../shell/page-env.ts';

/** Far more than any form of ours. */
const mostBytes = 512 * 1024;

/** Whatever may change something comes from a page of ours, by its origin and by the token of this session, and is small. */
export function checkForms({ origin }: { readonly origin: string | null }): readonly MiddlewareHandler<PageEnv>[] {
  return [
    bodyLimit({ maxSize: mostBytes, onError: (context) => errorPage(context, 'refused') }),
    csrf(origin === null ? {} : { origin }),
    async (context, next) => {
      if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
      const { csrf: sent } = await context.req.parseBody();
      return same(sent, context.var.csrf) ? next() : errorPage(context, 'refused');
    },
  ];
}

function same(sent: unknown, wanted: string): boolean {
  if (typeof sent !== 'string' || wanted === '') return false;
  const [a, b] = [Buffer.from(sent), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
