import type { MiddlewareHandler } from 'hono';
import { errorPage } from '../shell/error-page.ts';
import type { PageEnv } from '../shell/page-env.ts';
import type { WebPorts } from '../web-ports.ts';

/** Strangers come this far: the front page, and signing in. */
const open: ReadonlySet<string> = new Set(['/', '/sign-in', '/sign-in/begin', '/sign-in/callback']);

/** Everything else is for people who are signed in: a stranger is sent to sign in, wherever they wanted to go and whether or not it is there. */
export function signedInOnly(): MiddlewareHandler<PageEnv> {
  return async (context, next) => {
    if (context.var.viewer.kind !== 'stranger' || open.has(context.req.path)) return next();
    if (context.req.method !== 'GET') return errorPage(context, 'refused');
    const { pathname, search } = new URL(context.req.url);
    return context.redirect(`/sign-in?to=${encodeURIComponent(`${pathname}${search}`)}`, 303);
  };
}

/** On every path below `/r/OWNER/NAME`: who may not read the repository gets what they get where there is none. */
export function readersOnly({ findRepository, access }: Pick<WebPorts, 'findRepository' | 'access'>): MiddlewareHandler<PageEnv> {
  return async (context, next) => {
    const repository = await findRepository(context.req.param('owner') ?? '', context.req.param('name') ?? '');
    if (!repository || !(await access.mayRead(context.var.viewer, repository))) return errorPage(context, 'notFound');
    context.set('repository', repository);
    await next();
  };
}
