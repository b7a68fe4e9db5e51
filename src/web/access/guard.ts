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

/** What GitHub lets owners and repositories be called: nothing else is asked for, as it would be another path. */
const nameable = /^(?!\.{1,2}$)[\w.-]{1,100}$/;

/**
 * On every path below `/r/OWNER/NAME`: who may not read the repository gets what they get where there is none. Of one that we do not
 * know GitHub is asked all the same: neither the time that it takes nor a GitHub that refuses to say tells that there is one.
 */
export function readersOnly({ findRepository, access }: Pick<WebPorts, 'findRepository' | 'access'>): MiddlewareHandler<PageEnv> {
  return async (context, next) => {
    const [owner, name] = [context.req.param('owner') ?? '', context.req.param('name') ?? ''];
    if (!nameable.test(owner) || !nameable.test(name)) return errorPage(context, 'notFound');
    const repository = await findRepository(owner, name);
    const may = await access.mayRead(context.var.viewer, repository ?? { id: 0, owner, name, installation: 0 });
    if (!repository || !may) return errorPage(context, 'notFound');
    context.set('repository', repository);
    await next();
  };
}
