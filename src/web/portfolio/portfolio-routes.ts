import { Hono } from 'hono';
import { html } from 'hono/html';
import type { PageEnv } from '../shell/page-env.ts';
import { show } from '../shell/show.ts';
import type { WebPorts } from '../web-ports.ts';
import { portfolioWords } from './portfolio-words.ts';

/** `/`: the repositories of whoever is signed in; to a stranger, the way to sign in. */
export function portfolioRoutes({ access, portfolio }: Pick<WebPorts, 'access' | 'portfolio'>): Hono<PageEnv> {
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
    const repositories = await access.readable(viewer, await portfolio.repositories());
    return show(
      context,
      { title: say.title },
      html`<h1>${say.title}</h1>
        ${repositories.length === 0 ? html`<p>${say.none}</p>` : ''}
        <ul>
          ${repositories.map(({ owner, name }) => html`<li><a href="/r/${owner}/${name}">${owner}/${name}</a></li>`)}
        </ul>`,
    );
  });
  return routes;
}
