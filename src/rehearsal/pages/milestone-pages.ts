import { html } from 'hono/html';
import { dayOfDueOn } from '../../core/calendar/milestone-due-on.ts';
import type { Milestone } from '../github/records/issue.ts';
import type { IssueFilter } from './issue-filter.ts';
import { issueList } from './issue-list.ts';
import { type Html, markdownBody } from './page-layout.ts';
import type { RepositoryView } from './view.ts';

/** All milestones with their due dates and how much of each is done. */
export function milestonesPage(view: RepositoryView): Html {
  const count = (state: Milestone['state']): number => view.milestones.filter((milestone) => milestone.state === state).length;
  return html`<h1>Milestones</h1>
    <div class="box">
      <div class="head">${count('open')} open · ${count('closed')} closed</div>
      ${view.milestones.map(
        (milestone) =>
          html`<div class="row milestone">
            <div>
              <a class="title" href="${view.path}/milestone/${milestone.number}">${milestone.title}</a>
              <div class="dim">${due(milestone)}</div>
            </div>
            <div>${progress(view, milestone)}</div>
          </div>`,
      )}
    </div>`;
}

/** One milestone and its issues. */
export function milestonePage(view: RepositoryView, milestone: Milestone, filter: IssueFilter): Html {
  const issues = [...view.issues, ...view.pulls].filter((issue) => issue.milestone === milestone.number);
  return html`<h1>${milestone.title}</h1>
    <p class="dim">${due(milestone)}</p>
    ${progress(view, milestone)} ${milestone.description ? html`<div class="box">${markdownBody(milestone.description, view.path)}</div>` : ''}
    ${issueList(view, { issues, filter: { ...filter, milestone: null }, address: `${view.path}/milestone/${milestone.number}` })}`;
}

function due(milestone: Milestone): string {
  return milestone.dueOn ? `Due by ${dayOfDueOn(milestone.dueOn)}` : 'No due date';
}

function progress(view: RepositoryView, milestone: Milestone): Html {
  const issues = [...view.issues, ...view.pulls].filter((issue) => issue.milestone === milestone.number);
  const closed = issues.filter(({ state }) => state === 'closed').length;
  const percent = issues.length === 0 ? 0 : Math.floor((closed * 100) / issues.length);
  return html`<div class="bar" role="progressbar" aria-label="${milestone.title}" aria-valuenow="${percent}" aria-valuemin="0" aria-valuemax="100">
      <i style="width:${percent}%"></i>
    </div>
    <div class="dim">${percent}% complete · ${issues.length - closed} open · ${closed} closed</div>`;
}
