import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { ExplainedPull } from '../../core/explain/explained-pull.ts';
import { repositoryFrame, repositoryHome } from '../repository/repository-frame.ts';
import { errorPage } from '../shell/error-page.ts';
import type { Html } from '../shell/html.ts';
import type { PageEnv } from '../shell/page-env.ts';
import { show } from '../shell/show.ts';
import type { WebPorts } from '../web-ports.ts';
import { askedEdits } from './asked-edits.ts';
import { type PullCase, spoken } from './pull-case.ts';
import { lostDecision, neverJudged } from './pull-missing.ts';
import { pullHead, pullPage } from './pull-page.ts';
import type { JudgedHistory, PullPorts } from './pull-ports.ts';
import { pullWords } from './pull-words.ts';
import { simulateForm } from './simulate-form.ts';
import { simulateResult } from './simulate-result.ts';
import { simulateWords } from './simulate-words.ts';

/** `/r/OWNER/NAME/pull/N`: one pull request as the ledger has it; and what would come of what one supposes. */
export function pullRoutes({ pulls }: Pick<WebPorts, 'pulls'>): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();
  const path = '/r/:owner/:name/pull/:number{[1-9][0-9]{0,9}}';
  routes.get(path, async (context) => {
    const found = await findCase(context, pulls);
    if (!('explained' in found)) return found.status === 404 ? errorPage(context, 'notFound') : answer(context, found.content);
    return answer(context, pullPage(found), found.explained.title);
  });
  routes.get(`${path}/simulate`, async (context) => {
    const found = await findCase(context, pulls);
    if (!('explained' in found)) return found.status === 404 ? errorPage(context, 'notFound') : answer(context, found.content);
    return answer(context, await simulatePage(context, pulls, found), found.explained.title);
  });
  return routes;
}

type Missing = { readonly status: 200; readonly content: Html } | { readonly status: 404 };

async function findCase(context: Context<PageEnv>, ports: PullPorts): Promise<PullCase | Missing> {
  const { repository, locale } = context.var;
  const pull = Number(context.req.param('number'));
  const target = { repository: repository.id, pull };
  const here = `${repositoryHome(repository)}/pull/${pull}`;
  const [at, before] = [entryNumber(context.req.query('at')), entryNumber(context.req.query('before'))];
  if (at === 'wrong' || before === 'wrong') return { status: 404 };
  const newest = await ports.history(target, null);
  const history = before === null ? newest : await ports.history(target, before);
  const first = newest.lines.find(({ lost }) => lost === null);
  const seq = at ?? first?.seq ?? newest.lines[0]?.seq;
  if (seq === undefined) return { status: 200, content: neverJudged({ pull, locale }, await ports.isKnown(target)) };
  const explained = await ports.explained(target, seq);
  if (explained === null || explained === 'slow') return missing({ pull, here, locale }, { seq, at, newest, explained });
  const ledgerHead = await ports.ledgerHead(repository.id);
  const gate = explained.gates.find(({ verdict }) => verdict.gate === context.req.query('gate'))?.verdict.gate ?? null;
  const name = `${repository.owner}/${repository.name}`;
  return { explained, history, ledgerHead, here, name, isNewest: seq === first?.seq, isPaged: before !== null, gate, locale };
}

interface Lacking {
  readonly seq: number;
  readonly at: number | null;
  readonly newest: JudgedHistory;
  readonly explained: 'slow' | null;
}

function missing(page: Parameters<typeof lostDecision>[0], { seq, at, newest, explained }: Lacking): Missing {
  const line = newest.lines.find((each) => each.seq === seq);
  // A number that is none of this pull request's decisions is no address.
  if (explained === null && !line && at !== null) return { status: 404 };
  return { status: 200, content: lostDecision(page, explained ?? line?.lost?.why ?? 'changed', newest.lines) };
}

function entryNumber(text: string | undefined): number | null | 'wrong' {
  if (text === undefined) return null;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 'wrong';
}

async function simulatePage(context: Context<PageEnv>, ports: PullPorts, found: PullCase): Promise<Html> {
  const { explained, here, locale } = found;
  const say = simulateWords[locale];
  const { searchParams: asked } = new URL(context.req.url);
  const { edits, isEmpty, wrong } = askedEdits(asked);
  const target = { repository: context.var.repository.id, pull: explained.pull };
  const supposed = isEmpty ? null : await ports.suppose(target, explained.entry.seq, edits);
  const lang = spoken(found);
  return html`${pullHead(found)} ${simulateResult({ answer: supposed, wrong, locale, lang })}
    <section>
      <h2>${say.title}</h2>
      <p>${say.text}</p>
      ${explained.offers === null ? '' : simulateForm({ offers: explained.offers, action: `${here}/simulate`, seq: explained.entry.seq, asked, locale, lang })}
    </section>
    <p><a href="${here}?at=${explained.entry.seq}">${pullWords[locale].back}</a></p>`;
}

function answer(context: Context<PageEnv>, content: Html, title: ExplainedPull['title'] = null): Response | Promise<Response> {
  const { repository, locale } = context.var;
  const number = context.req.param('number');
  const frame = repositoryFrame({ repository, view: null, locale, title: title === null ? `#${number}` : `#${number} ${title}` });
  const here = { href: `${repositoryHome(repository)}/pull/${number}`, text: `#${number}`, current: true };
  const above = (frame.trail ?? []).map(({ href, text }) => ({ href, text }));
  return show(context, { ...frame, trail: [...above, here] }, content);
}
