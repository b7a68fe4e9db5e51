import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { isPull } from '../github/records/find.ts';
import type { World } from '../github/records/world.ts';
import { homePage } from './home-page.ts';
import { issueList } from './issue-list.ts';
import { issuePage } from './issue-page.ts';
import { milestonePage, milestonesPage } from './milestone-pages.ts';
import { serveAssets } from './page-assets.ts';
import { type Html, type PageFrame, pageLayout } from './page-layout.ts';
import { checkPage, pullPage } from './pull-page.ts';
import { type RepositoryView, viewRepository } from './view.ts';

export interface PagesOptions {
  readonly world: World;
  /** `owner/name` that `/` leads to. */
  readonly home: string;
  readonly story: () => readonly { title: string; path: string | null }[];
}

interface Page { readonly tab: PageFrame['tab']; readonly title: string; readonly content: Html | Promise<Html> }
type Parameters = Readonly<Record<'number' | 'id', string | undefined>> & { readonly page: number };

/** The embedded GitHub as a person sees it in a browser. Reads only: people act through the API. */
export function createPages({ world, home, story }: PagesOptions): Hono {
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'", 'data:'] } }));
  serveAssets(app);
  app.get('/', (context) => context.redirect(`/${home}`));
  const routes: Record<string, (view: RepositoryView, at: Parameters) => Page | null> = {
    '': (view) => ({ tab: 'code', title: 'Overview', content: homePage(view, story()) }),
    '/issues': (view, at) => ({ tab: 'issues', title: 'Issues', content: issueList(view, { issues: view.issues, page: at.page, kind: 'issues', link: (page) => `${view.path}/issues?page=${page}` }) }),
    '/pulls': (view, at) => ({ tab: 'pulls', title: 'Pull requests', content: issueList(view, { issues: view.pulls, page: at.page, kind: 'pull', link: (page) => `${view.path}/pulls?page=${page}` }) }),
    '/milestones': (view) => ({ tab: 'milestones', title: 'Milestones', content: milestonesPage(view) }),
    '/issues/:number': (view, at) => issueRoute(world, view, at),
    '/pull/:number': (view, at) => issueRoute(world, view, at),
    '/milestone/:number': (view, at) => {
      const milestone = view.repository.milestones.get(Number(at.number));
      return milestone ? { tab: 'milestones', title: milestone.title, content: milestonePage(view, milestone, at.page) } : null;
    },
    '/runs/:id': (view, at) => {
      const run = view.repository.checkRuns.get(Number(at.id));
      return run ? { tab: 'pulls', title: run.name, content: checkPage(view, run) } : null;
    },
  };
  for (const [path, route] of Object.entries(routes))
    app.get(`/:owner/:repo${path}`, (context) => {
      const view = viewRepository(world, context.req.param('owner') ?? '', context.req.param('repo') ?? '');
      const page = Math.max(1, Number(context.req.query('page') ?? 1) || 1);
      const found = view && route(view, { number: context.req.param('number'), id: context.req.param('id'), page });
      return view && found ? context.html(pageLayout({ owner: view.owner, repo: view.repo, tab: found.tab, title: found.title }, found.content)) : context.notFound();
    });
  return app;
}

/** As on GitHub, one number is either an issue or a pull request, and both addresses lead to it. */
function issueRoute(world: World, view: RepositoryView, at: Parameters): Page | null {
  const issue = view.repository.issues.get(Number(at.number));
  if (!issue) return null;
  const title = `${issue.title} #${issue.number}`;
  return isPull(issue) ? { tab: 'pulls', title, content: pullPage(view, issue) } : { tab: 'issues', title, content: issuePage(world, view, issue) };
}
