import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { errorPage } from '../shell/error-page.ts';
import type { PageEnv } from '../shell/page-env.ts';
import type { SessionCookies } from './session-cookie.ts';
import type { SignIn } from './sign-in.ts';
import { isThisMachine } from './this-machine.ts';

/** Notes who looks, and what their forms carry. */
export function knowViewer(signIn: SignIn, cookies: SessionCookies): MiddlewareHandler<PageEnv> {
  return async (context, next) => {
    const cookie = cookies.read(context, 'session');
    const person = cookie === null ? null : await signIn.viewer(cookie);
    context.set('viewer', person ?? { kind: 'stranger' });
    context.set('csrf', person ? signIn.formToken(person.session) : '');
    await next();
  };
}

/**
 * Where one rehearses, whoever comes is let in, as long as they name this machine: a page from elsewhere whose name was made to
 * point here (DNS rebinding) does not.
 */
export function knowRehearser(): MiddlewareHandler<PageEnv> {
  const csrf = randomBytes(24).toString('base64url');
  return async (context, next) => {
    if (!isThisMachine(context.req.header('host') ?? '')) return errorPage(context, 'notFound');
    context.set('viewer', { kind: 'rehearser' });
    context.set('csrf', csrf);
    await next();
  };
}
