import { type ErrorHandler, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { timeout } from 'hono/timeout';
import { GitHubAwayError } from './access/github-away-error.ts';
import { checkForms } from './access/check-forms.ts';
import { readersOnly, signedInOnly } from './access/guard.ts';
import { knowRehearser, knowViewer } from './access/know-viewer.ts';
import { type SessionCookies, sessionCookies } from './access/session-cookie.ts';
import { SessionOverError } from './access/session-over-error.ts';
import { signInRoutes } from './access/sign-in-routes.ts';
import { badgeRoutes } from './badge/badge-routes.ts';
import { playbookRoutes } from './playbook/playbook-routes.ts';
import { portfolioRoutes } from './portfolio/portfolio-routes.ts';
import { pullRoutes } from './pull/pull-routes.ts';
import { repositoryRoutes } from './repository/repository-routes.ts';
import { assetRoutes } from './shell/assets.ts';
import { errorPage } from './shell/error-page.ts';
import type { PageEnv } from './shell/page-env.ts';
import { preferences } from './shell/preferences.ts';
import { safeHeaders } from './shell/safe-headers.ts';
import type { WebPorts } from './web-ports.ts';

/** Longer than GitHub and the database are waited for. */
const patience = 20_000;

/**
 * Adds all pages to the app's routes. Every page goes through the same gate: who looks, whether they are signed in, and below
 * `/r/OWNER/NAME` whether GitHub lets them read that repository. A room has no way around it.
 */
export function mountPages(routes: Hono, ports: WebPorts): void {
  const secure = new URL(ports.baseUrl).protocol === 'https:';
  const cookies = sessionCookies({ secure });
  routes.route('/', assetRoutes());
  routes.route('/', outside(ports, secure));
  routes.route('/', inside(ports, { secure, cookies }));
  routes.notFound((context) => errorPage(context, 'notFound'));
}

/** What asks nobody to sign in, and decides by itself what it shows to whom. */
function outside(ports: WebPorts, secure: boolean): Hono {
  const pages = new Hono();
  pages.use('/r/:owner/:name/badge/*', safeHeaders({ secure, embedded: true }));
  pages.route('/', badgeRoutes(ports));
  pages.onError(failed(ports));
  return pages;
}

interface Inside {
  readonly secure: boolean;
  readonly cookies: SessionCookies;
}

function inside(ports: WebPorts, { secure, cookies }: Inside): Hono<PageEnv> {
  const { signIn } = ports;
  const pages = new Hono<PageEnv>();
  pages.use(safeHeaders({ secure }), preferences({ secure }), timeout(patience));
  pages.use(signIn ? knowViewer(signIn, cookies) : knowRehearser());
  pages.use(...checkForms({ origin: signIn ? new URL(ports.baseUrl).origin : null }), signedInOnly());
  // The room's own paths come after: none below here is answered for who may not read it.
  pages.use('/r/:owner/:name/*', readersOnly(ports));
  if (signIn) pages.route('/', signInRoutes(signIn, cookies));
  pages.route('/', portfolioRoutes(ports));
  pages.route('/', repositoryRoutes(ports));
  pages.route('/', playbookRoutes(ports));
  pages.route('/', pullRoutes(ports));
  pages.onError(async (error, context) => {
    if (!(error instanceof SessionOverError)) return failed(ports)(error, context);
    if (context.var.viewer.kind === 'person') await signIn?.forget(context.var.viewer.session);
    cookies.drop(context, 'session');
    const { pathname } = new URL(context.req.url);
    return context.redirect(`/sign-in?to=${encodeURIComponent(pathname)}`, 303);
  });
  return pages;
}

/** Says what is away, and no more. */
function failed({ log, databaseAnswers }: WebPorts): ErrorHandler {
  return async (error, context) => {
    if (error instanceof GitHubAwayError) return errorPage(context, 'githubAway');
    if (error instanceof HTTPException && error.status === 403) return errorPage(context, 'refused');
    const answers = await databaseAnswers();
    log.error({ err: error, path: context.req.path }, answers ? 'a page failed' : 'a page failed: the database does not answer');
    return errorPage(context, answers ? 'failed' : 'databaseAway');
  };
}
