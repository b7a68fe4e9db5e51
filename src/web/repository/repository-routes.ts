import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Html } from '../shell/html.ts';
import type { PageEnv } from '../shell/page-env.ts';
import { show } from '../shell/show.ts';
import type { WebPorts } from '../web-ports.ts';
import { criteriaPage } from './criteria/criteria-page.ts';
import { readCriteriaQuery } from './criteria/criteria-query.ts';
import { overviewPage } from './overview/overview-page.ts';
import { caseReader, type RepositoryCase } from './repository-case.ts';
import { repositoryFrame } from './repository-frame.ts';
import { type RepositoryView, repositoryWords } from './repository-words.ts';

type Render = (about: RepositoryCase, context: Context<PageEnv>) => Html | Promise<Html>;

/** The pages below `/r/OWNER/NAME`. */
export function repositoryRoutes(ports: WebPorts): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();
  const readCase = caseReader(ports);
  const page = (view: RepositoryView, render: Render) => async (context: Context<PageEnv>) => {
    const { repository, locale } = context.var;
    const about = await readCase(repository, locale);
    const content = about === null ? notJudged(context) : await render(about, context);
    return show(context, repositoryFrame({ repository, view, locale }), content);
  };
  routes.get('/r/:owner/:name', page('overview', overviewPage));
  routes.get(
    '/r/:owner/:name/criteria',
    page('overview', (about, context) => criteriaPage(about, readCriteriaQuery(context.req.query()))),
  );
  return routes;
}

function notJudged({ var: { repository, locale } }: Context<PageEnv>): Html {
  const say = repositoryWords[locale];
  return html`<h1>${repository.owner}/${repository.name}</h1>
    <p class="notice"><strong>${say.unknown}.</strong> ${say.unknownText}</p>`;
}
