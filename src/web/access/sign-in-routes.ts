import { Hono } from 'hono';
import type { PageEnv } from '../shell/page-env.ts';
import { show } from '../shell/show.ts';
import { localPath } from './local-path.ts';
import type { SessionCookies } from './session-cookie.ts';
import type { SignIn } from './sign-in.ts';
import { signInPage } from './sign-in-page.ts';
import { signInWords } from './sign-in-words.ts';

/** How long somebody may take at GitHub. */
const seconds = 600;

/** `/sign-in`, the way to GitHub and back, and `/sign-out`. */
export function signInRoutes(signIn: SignIn, cookies: SessionCookies): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();
  routes.get('/sign-in', (context) => {
    const to = localPath(context.req.query('to'));
    const failed = context.req.query('failed') !== undefined;
    if (context.var.viewer.kind === 'person' && !failed) return context.redirect(to, 303);
    const { locale } = context.var;
    return show(context, { title: signInWords[locale].title }, signInPage({ to, failed, locale }));
  });
  routes.get('/sign-in/begin', (context) => {
    const { url, keepsake } = signIn.begin(localPath(context.req.query('to')));
    cookies.write(context, 'sign-in', { value: keepsake, seconds });
    return context.redirect(url, 303);
  });
  routes.get('/sign-in/callback', async (context) => {
    const { code = '', state = '' } = context.req.query();
    const keepsake = cookies.read(context, 'sign-in');
    cookies.drop(context, 'sign-in');
    const signed = keepsake === null || code === '' || state === '' ? null : await signIn.finish({ code, state, keepsake });
    if (!signed) return context.redirect('/sign-in?failed', 303);
    // Whoever was signed in here before is not any more.
    if (context.var.viewer.kind === 'person') await signIn.signOut(context.var.viewer.session);
    cookies.write(context, 'session', { value: signed.cookie, seconds: signIn.seconds });
    return context.redirect(signed.to, 303);
  });
  routes.post('/sign-out', async (context) => {
    if (context.var.viewer.kind === 'person') await signIn.signOut(context.var.viewer.session);
    cookies.drop(context, 'session');
    return context.redirect('/', 303);
  });
  return routes;
}
