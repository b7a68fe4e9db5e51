import { Hono } from 'hono';
import { html } from 'hono/html';
import { errorPage } from '../shell/error-page.ts';
import type { PageEnv } from '../shell/page-env.ts';
import { pageNumber } from '../shell/page-number.ts';
import { show } from '../shell/show.ts';
import type { WebPorts } from '../web-ports.ts';
import { criteriaSection, itemsSection, parametersSection, type PlaybookQuery } from './list-sections.ts';
import { planSection } from './plan-section.ts';
import { type PlaybookView, playbookView } from './playbook-view.ts';
import { playbookSections, playbookWords } from './playbook-words.ts';

/** `/playbook/construir@1`: a playbook of this server, for anybody who is signed in: it holds nothing of a repository. */
export function playbookRoutes({ playbooks }: Pick<WebPorts, 'playbooks'>): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();
  routes.get('/playbook/:reference', async (context) => {
    const loaded = await playbooks.find(context.req.param('reference'));
    if (loaded === null) return errorPage(context, 'notFound');
    const { locale } = context.var;
    const say = playbookWords[locale];
    const view = playbookView(loaded, locale);
    const query = readQuery(context.req.query());
    const reference = `${view.playbook.id}@${view.playbook.version}`;
    const links = playbookSections.map((each) => ({
      href: each === 'plan' ? view.home : `${view.home}?section=${each}`,
      text: say.sections[each],
      current: each === query.section,
    }));
    const shown = {
      title: `${view.text.title} · ${reference}`,
      trail: [{ href: view.home, text: reference, current: true }],
      tabs: { label: say.playbook, links },
    };
    const content = html`<h1>${view.text.title}</h1>
      <p>${view.text.goal}</p>
      ${query.section === 'plan' ? '' : html`<h2>${say.sections[query.section]}</h2>`} ${section(view, query)}`;
    return show(context, shown, content);
  });
  return routes;
}

function section(view: PlaybookView, query: PlaybookQuery) {
  if (query.section === 'criteria') return criteriaSection(view, query);
  if (query.section === 'items') return itemsSection(view, query);
  return query.section === 'parameters' ? parametersSection(view) : planSection(view);
}

function readQuery(asked: Readonly<Record<string, string | undefined>>): PlaybookQuery {
  return {
    section: playbookSections.find((each) => each === asked['section']) ?? 'plan',
    block: (asked['block'] ?? '').slice(0, 100),
    category: (asked['category'] ?? '').slice(0, 100),
    page: pageNumber(asked['page']),
  };
}
