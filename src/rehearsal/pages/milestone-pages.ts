import { html } from 'hono/html';
import { dayOfDueOn } from '../../core/calendar/milestone-due-on.ts';
import type { Milestone } from '../github/records/issue.ts';
import { issueList } from './issue-list.ts';
import { type Html, markdownBody } from './page-layout.ts';
import type { RepositoryView } from './view.ts';

/** All milestones with their due dates and how much of each is done. */
export function milestonesPage(view: RepositoryView): Html | Promise<Html> {
  return html`<h1>Milestones</h1><div class="box">
    <div class="head">${view.milestones.filter(({ state }) => state === 'open').length} open · ${view.milestones.filter(({ state }) => state === 'closed').length} closed</div>
    ${view.milestones.map((milestone) => html`<div class="row">
      <a class="title" href="${view.path}/milestone/${milestone.number}">${milestone.title}</a>
      <div class="dim">${due(milestone)}</div>${progress(view, milestone)}
    </div>`)}</div>`;
}

/** One milestone and its issues. */
export function milestonePage(view: RepositoryView, milestone: Milestone, page: number): Html | Promise<Html> {
  const issues = [...view.issues, ...view.pulls].filter((issue) => issue.milestone === milestone.number);
  return html`<h1>${milestone.title}</h1><p class="dim">${due(milestone)}</p>${progress(view, milestone)}
    <div class="box">${markdownBody(milestone.description)}</div>
    ${issueList(view, { issues, page, kind: 'issues', link: (to) => `${view.path}/milestone/${milestone.number}?page=${to}` })}`;
}

function due(milestone: Milestone): string {
  return milestone.dueOn ? `Due by ${dayOfDueOn(milestone.dueOn)}` : 'No due date';
}

function progress(view: RepositoryView, milestone: Milestone): Html | Promise<Html> {
  const issues = view.issues.filter((issue) => issue.milestone === milestone.number);
  const closed = issues.filter(({ state }) => state === 'closed').length;
  const percent = issues.length === 0 ? 0 : Math.floor((closed * 100) / issues.length);
  return html`<div class="bar" role="img" aria-label="${percent} % complete"><i style="width:${percent}%"></i></div><div class="dim">${percent}% complete · ${issues.length - closed} open · ${closed} closed</div>`;
}
