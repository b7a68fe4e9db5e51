import { html } from 'hono/html';
import type { Issue } from '../github/records/issue.ts';
import { dayOf, type Html } from './page-layout.ts';
import type { RepositoryView } from './view.ts';

const perPage = 50;

/** Issues or pull requests as rows, newest last as they were seeded, a page at a time. */
export function issueList(view: RepositoryView, list: { issues: readonly Issue[]; page: number; kind: 'issues' | 'pull'; link: (page: number) => string }): Html | Promise<Html> {
  const pages = Math.max(1, Math.ceil(list.issues.length / perPage));
  const shown = list.issues.slice((list.page - 1) * perPage, list.page * perPage);
  return html`<div class="box">
    <div class="head">${list.issues.filter(({ state }) => state === 'open').length} open · ${list.issues.filter(({ state }) => state === 'closed').length} closed</div>
    ${shown.map((issue) => row(view, issue, list.kind))}
    ${shown.length === 0 ? html`<div class="row dim">Nothing here.</div>` : ''}
  </div>
  ${pages > 1 ? html`<div class="pages">${Array.from({ length: pages }, (_, index) => index + 1).map((page) => (page === list.page ? html`<strong>${page}</strong>` : html`<a href="${list.link(page)}">${page}</a>`))}</div>` : ''}`;
}

function row(view: RepositoryView, issue: Issue, kind: string): Html | Promise<Html> {
  const milestone = view.milestones.find(({ number }) => number === issue.milestone);
  return html`<div class="row">
    <a class="title" href="${view.path}/${kind}/${issue.number}">${issue.title}</a>${labels(view, issue)}
    <div class="dim">#${issue.number} ${issue.state === 'open' ? 'opened' : 'closed'} ${dayOf(issue.createdAt)} by ${view.author(issue.authorId).login}
      ${milestone ? html` · <a href="${view.path}/milestone/${milestone.number}">${milestone.title}</a>` : ''}
      ${issue.subIssueIds.length > 0 ? html` · ${issue.subIssueIds.length} sub-issues` : ''}</div>
  </div>`;
}

/** The labels of an issue in their own colours. */
export function labels(view: RepositoryView, issue: Issue): (Html | Promise<Html>)[] {
  return issue.labels.map((name) => {
    const color = view.repository.labels.get(name.toLowerCase())?.color ?? view.repository.labels.get(name)?.color ?? 'ededed';
    return html`<span class="label" style="background:#${color};color:${isDark(color) ? '#fff' : '#1f2328'}">${name}</span>`;
  });
}

function isDark(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = [0, 2, 4].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  return red * 299 + green * 587 + blue * 114 < 140_000;
}
