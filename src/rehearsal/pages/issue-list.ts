import { html, raw } from 'hono/html';
import { isPull } from '../github/records/find.ts';
import type { Issue } from '../github/records/issue.ts';
import { checkMark, isPassing } from './check-mark.ts';
import { filterQuery, type IssueFilter, matches } from './issue-filter.ts';
import { labels } from './labels.ts';
import { countOf, dayOf, type Html } from './page-layout.ts';
import type { RepositoryView } from './view.ts';

const perPage = 25;

interface IssueList {
  readonly issues: readonly Issue[];
  readonly filter: IssueFilter;
  /** Address of the list without its query. */
  readonly address: string;
}

/** Issues or pull requests as rows, newest first, a page at a time. */
export function issueList(view: RepositoryView, { issues, filter, address }: IssueList): Html {
  const matching = issues.filter((issue) => matches(filter, issue));
  const listed = matching.filter(({ state }) => filter.state === 'all' || state === filter.state);
  const pages = Math.max(1, Math.ceil(listed.length / perPage));
  const current = Math.min(filter.page, pages);
  const count = (state: Issue['state']): number => matching.filter((issue) => issue.state === state).length;
  const tab = (state: IssueFilter['state'], text: string): Html =>
    html`<a href="${address}${filterQuery(filter, { state })}" ${filter.state === state ? raw('aria-current="true"') : ''}>${text}</a>` as Html;
  return html`<div class="box">
      <div class="head states">${tab('open', `${count('open')} open`)}${tab('closed', `${count('closed')} closed`)}${tab('all', 'all')}</div>
      ${listed.slice((current - 1) * perPage, current * perPage).map((issue) => row(view, issue))}
      ${listed.length === 0 ? html`<div class="row dim">Nothing here.</div>` : ''}
    </div>
    ${pages > 1 ? html`<nav class="pages" aria-label="Pages">${Array.from({ length: pages }, (_, index) => index + 1).map((page) => html`<a href="${address}${filterQuery(filter, { page })}" ${page === current ? raw('aria-current="page"') : ''}>${page}</a>`)}</nav>` : ''}`;
}

function row(view: RepositoryView, issue: Issue): Html {
  const milestone = view.milestones.find(({ number }) => number === issue.milestone);
  return html`<div class="row">
    <a class="title" href="${view.path}/${isPull(issue) ? 'pull' : 'issues'}/${issue.number}">${issue.title}</a>
    ${headMark(view, issue)}${labels(view, issue)}
    <div class="dim">
      #${issue.number} ${issue.state === 'open' ? 'opened' : isPull(issue) && issue.pull.merged ? 'merged, opened' : 'closed, opened'} ${dayOf(issue.createdAt)}
      by ${view.author(issue.authorId).login} ${milestone ? html` · <a href="${view.path}/milestone/${milestone.number}">${milestone.title}</a>` : ''}
      ${issue.subIssueIds.length > 0 ? ` · ${countOf(issue.subIssueIds.length, 'sub-issue')}` : ''}
    </div>
  </div>` as Html;
}

function headMark(view: RepositoryView, issue: Issue): Html | '' {
  if (!isPull(issue)) return '';
  const checks = view.checksOf(issue.pull.headSha);
  if (checks.length === 0) return '';
  return checkMark(checks.find((run) => !isPassing(run))?.conclusion ?? (checks.every(isPassing) ? 'success' : 'in_progress'));
}
