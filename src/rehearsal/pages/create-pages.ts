import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import type { Locale } from '../../core/playbook/text-schema.ts';
import { isPull } from '../github/records/find.ts';
import type { World } from '../github/records/world.ts';
import { checkPage } from './check-page.ts';
import { filterForm } from './filter-form.ts';
import { homePage } from './home-page.ts';
import { type IssueFilter, readFilter } from './issue-filter.ts';
import { issueList } from './issue-list.ts';
import { issuePage } from './issue-page.ts';
import { milestonePage, milestonesPage } from './milestone-pages.ts';
import { serveAssets } from './page-assets.ts';
import { type Html, type PageFrame, pageLayout } from './page-layout.ts';
import { pullPage } from './pull-page.ts';
import type { StoryStep } from './story-step.ts';
import { type RepositoryView, viewRepository } from './view.ts';

export interface PagesOptions {
  readonly world: World;
  /** `owner/name` that `/` leads to. */
  readonly home: string;
  /** Language of what is written in the repository, and of the story. */
  readonly locale: Locale;
  readonly story: () => readonly StoryStep[];
  /** Where the app shows its own pages. */
  readonly appUrl: string;
}

interface Page {
  readonly tab: PageFrame['tab'];
  readonly title: string;
  readonly content: Html;
}
interface Asked {
  readonly view: RepositoryView;
  readonly number: number;
  readonly filter: IssueFilter;
}

/** The embedded GitHub as a person sees it in a browser. Reads only: people act through the API. */
export function createPages(options: PagesOptions): Hono {
  const { world, home } = options;
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'", 'data:'] },
    }),
  );
  serveAssets(app);
  app.get('/', (context) => context.redirect(`/${home}`));
  for (const [path, answer] of Object.entries(routes(options)))
    app.get(`/:owner/:repo${path}`, (context) => {
      const view = viewRepository(world, context.req.param('owner') ?? '', context.req.param('repo') ?? '');
      const page = view && answer({ view, number: Number(context.req.param('number')), filter: readFilter((name) => context.req.query(name)) });
      return view && page ? show(context, view, page) : context.notFound();
    });
  app.notFound((context) =>
    context.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <title>Not found</title>
            <link rel="stylesheet" href="/assets/page.css" />
          </head>
          <body>
            <main>
              <h1>There is nothing here</h1>
              <p><a href="/${home}">To the overview</a></p>
            </main>
          </body>
        </html>`,
      404,
    ),
  );
  return app;
}

function routes({ world, story, locale, appUrl }: PagesOptions): Record<string, (asked: Asked) => Page | null> {
  return {
    '': ({ view }) => ({ tab: 'code', title: 'Overview', content: homePage(view, { story: story(), locale, appUrl }) }),
    '/issues': ({ view, filter }) => ({
      tab: 'issues',
      title: 'Issues',
      content: listPage(view, filter, { heading: 'Issues', issues: view.issues, address: `${view.path}/issues` }),
    }),
    '/pulls': ({ view, filter }) => ({
      tab: 'pulls',
      title: 'Pull requests',
      content: listPage(view, filter, { heading: 'Pull requests', issues: view.pulls, address: `${view.path}/pulls` }),
    }),
    '/milestones': ({ view }) => ({ tab: 'milestones', title: 'Milestones', content: milestonesPage(view) }),
    '/issues/:number': (asked) => issueRoute(world, asked),
    '/pull/:number': (asked) => issueRoute(world, asked),
    '/milestone/:number': ({ view, number, filter }) => {
      const milestone = view.repository.milestones.get(number);
      return milestone ? { tab: 'milestones', title: milestone.title, content: milestonePage(view, milestone, filter) } : null;
    },
    '/runs/:number': ({ view, number }) => {
      const run = view.repository.checkRuns.get(number);
      return run ? { tab: 'pulls', title: run.name, content: checkPage(view, run) } : null;
    },
  };
}

function show(context: Context, view: RepositoryView, { tab, title, content }: Page) {
  const open = (issues: readonly { readonly state: string }[]): number => issues.filter(({ state }) => state === 'open').length;
  const counts = { issues: open(view.issues), pulls: open(view.pulls), milestones: open(view.milestones) };
  return context.html(pageLayout({ owner: view.owner, repo: view.repo, tab, title, counts }, content));
}

function listPage(view: RepositoryView, filter: IssueFilter, list: { heading: string; issues: RepositoryView['issues']; address: string }): Html {
  return html`<h1>${list.heading}</h1>
    ${filterForm(view, filter, list.address)}${issueList(view, { issues: list.issues, filter, address: list.address })}`;
}

/** As on GitHub, one number is either an issue or a pull request, and both addresses lead to it. */
function issueRoute(world: World, { view, number }: Asked): Page | null {
  const issue = view.repository.issues.get(number);
  if (!issue) return null;
  const title = `${issue.title} #${issue.number}`;
  return isPull(issue) ? { tab: 'pulls', title, content: pullPage(view, issue) } : { tab: 'issues', title, content: issuePage(world, view, issue) };
}
