import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Html } from '../shell/html.ts';
import type { PageEnv } from '../shell/page-env.ts';
import { pageNumber } from '../shell/page-number.ts';
import { show } from '../shell/show.ts';
import type { WebPorts } from '../web-ports.ts';
import { compliancePage } from './compliance/compliance-page.ts';
import { complianceWords } from './compliance/compliance-words.ts';
import { logPage } from './compliance/log-section.ts';
import { criteriaPage } from './criteria/criteria-page.ts';
import { readCriteriaQuery } from './criteria/criteria-query.ts';
import { executivePage } from './executive/executive-page.ts';
import { modelPage } from './model/model-page.ts';
import { operationsPage } from './operations/operations-page.ts';
import { overviewPage } from './overview/overview-page.ts';
import { bindingPage } from './playbook/binding-page.ts';
import { caseReader, type RepositoryCase } from './repository-case.ts';
import { repositoryFrame, repositoryHome } from './repository-frame.ts';
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
  routes.get('/r/:owner/:name/executive', page('executive', executivePage));
  routes.get(
    '/r/:owner/:name/operations',
    page('operations', async (about) => operationsPage(about, await ports.repositories.queue(about.repository.id))),
  );
  routes.get('/r/:owner/:name/model', page('model', modelPage));
  routes.get(
    '/r/:owner/:name/compliance',
    page('compliance', async (about, { req }) => {
      const { id } = about.repository;
      const query = { promises: pageNumber(req.query('promises')), decisions: pageNumber(req.query('decisions')), before: entryNumber(req.query('before')) };
      const { decisions, log, releases } = ports.repositories;
      const [all, lines, known] = await Promise.all([decisions(id), log(id, { before: query.before, limit: logPage }), releases(id)]);
      return compliancePage(about, { decisions: all, lines, releases: known }, query);
    }),
  );
  routes.get(
    '/r/:owner/:name/playbook',
    page('playbook', (about, { req }) => bindingPage(about, req.query('block') ?? '')),
  );
  routes.get('/r/:owner/:name/bundle', async (context) => {
    const { repository, locale } = context.var;
    const release = entryNumber(context.req.query('release'));
    if (release === null) return context.redirect(`${repositoryHome(repository)}/compliance#bundle`, 303);
    const bundle = await ports.repositories.bundle(repository, release);
    if ('problem' in bundle) {
      context.status(404);
      return show(context, repositoryFrame({ repository, view: 'compliance', locale }), noBundle(bundle.problem, locale));
    }
    const headers = { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${bundle.name}"` };
    return context.body(new Uint8Array(bundle.bytes), 200, headers);
  });
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

/** The number of an entry or a pull request as an address has it; null where it has none. */
function entryNumber(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** Why, as the command says it: in English. */
function noBundle(problem: string, locale: Locale): Html {
  return html`<h1>${complianceWords[locale].bundleFailed}</h1>
    <p lang="en">${problem}</p>`;
}
