import { html } from 'hono/html';
import type { Issue } from '../github/records/issue.ts';
import { issueById } from '../github/records/find.ts';
import type { World } from '../github/records/world.ts';
import { issueAside } from './issue-aside.ts';
import type { Html } from './page-layout.ts';
import { conversation, opening } from './post.ts';
import type { RepositoryView } from './view.ts';

/** An issue with its text, its sub-issues and the conversation below it. */
export function issuePage(world: World, view: RepositoryView, issue: Issue): Html {
  const parent = issue.parentId === null ? null : issueById(world, issue.parentId)?.issue;
  return html` <h1>${issue.title} <span class="number">#${issue.number}</span></h1>
    <p>
      <span class="state ${issue.state}">${issue.state === 'open' ? 'Open' : 'Closed'}</span>
      ${parent ? html`<span class="dim">sub-issue of <a href="${view.path}/issues/${parent.number}">${parent.title} #${parent.number}</a></span>` : ''}
    </p>
    <div class="columns">
      <div>${opening(view, issue)}${subIssues(world, view, issue)}${conversation(view, issue)}</div>
      ${issueAside(view, issue)}
    </div>`;
}

function subIssues(world: World, view: RepositoryView, issue: Issue): Html | '' {
  const children = issue.subIssueIds.flatMap((id) => issueById(world, id)?.issue ?? []);
  if (children.length === 0) return '';
  return html`<section class="box" aria-label="Sub-issues">
    <h2 class="head">Sub-issues · ${children.filter(({ state }) => state === 'closed').length} of ${children.length}</h2>
    ${children.map((child) => html`<div class="row"><a href="${view.path}/issues/${child.number}">${child.title}</a> <span class="dim">#${child.number} · ${child.state}</span></div>`)}
  </section>`;
}
