import { Hono } from 'hono';
import { html } from 'hono/html';
import type { PageEnv } from '../shell/page-env.ts';
import { show } from '../shell/show.ts';
import type { WebPorts } from '../web-ports.ts';
import { chooseLines } from './choose-lines.ts';
import { portfolioPage } from './portfolio-page.ts';
import { readQuery } from './portfolio-query.ts';
import { portfolioWords } from './portfolio-words.ts';

/** Of the trend that a line shows. */
const trendDays = 60;

/** `/`: the repositories of whoever is signed in; to a stranger, the way to sign in. */
export function portfolioRoutes({ access, portfolio, now }: Pick<WebPorts, 'access' | 'portfolio' | 'now'>): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();
  routes.get('/', async (context) => {
    const { viewer, locale } = context.var;
    const say = portfolioWords[locale];
    if (viewer.kind === 'stranger')
      return show(
        context,
        { title: say.title },
        html`<div class="narrow">
          <h1>Sprintgate</h1>
          <p>${say.lead}</p>
          <p><a class="button main" href="/sign-in">${say.signIn}</a></p>
        </div>`,
      );
    const query = readQuery(context.req.query());
    const repositories = await access.readable(viewer, await portfolio.repositories());
    const standings = new Map((await portfolio.standings(repositories.map(({ id }) => id))).map((standing) => [standing.repository, standing]));
    const choice = chooseLines(
      repositories.map((repository) => ({ repository, standing: standings.get(repository.id) ?? null })),
      query,
    );
    const from = new Date(Date.parse(now()) - trendDays * 86_400_000).toISOString().slice(0, 10);
    const trends = await portfolio.trends(
      choice.lines.map(({ repository }) => repository.id),
      from,
    );
    return show(context, { title: say.title }, portfolioPage({ choice, query, trends, locale }));
  });
  return routes;
}
