import { html } from 'hono/html';
import type { Issue } from '../github/records/issue.ts';
import { issueById } from '../github/records/find.ts';
import type { World } from '../github/records/world.ts';
import { labels } from './issue-list.ts';
import { dayOf, type Html, markdownBody } from './page-layout.ts';
import type { RepositoryView } from './view.ts';

/** An issue with its text, its sub-issues and the conversation below it. */
export function issuePage(world: World, view: RepositoryView, issue: Issue): Html | Promise<Html> {
  const parent = issue.parentId === null ? null : issueById(world, issue.parentId)?.issue;
  return html`
    <h1>${issue.title} <span class="number">#${issue.number}</span></h1>
    <p><span class="state ${issue.state}">${issue.state === 'open' ? 'Open' : 'Closed'}</span> ${parent ? html`<span class="dim">sub-issue of <a href="${view.path}/issues/${parent.number}">${parent.title} #${parent.number}</a></span>` : ''}</p>
    <div class="columns">
      <div>${post(view, { authorId: issue.authorId, at: issue.createdAt, body: issue.body })}${subIssues(world, view, issue)}${conversation(view, issue)}</div>
      ${aside(view, issue)}
    </div>`;
}

/** The comments of an issue or pull request, oldest first. */
export function conversation(view: RepositoryView, issue: Issue): (Html | Promise<Html>)[] {
  return view.commentsOf(issue.number).map((comment) => post(view, {
    authorId: comment.authorId, at: comment.createdAt, body: comment.body, edited: comment.edits.length > 0, id: comment.id, reactions: comment.reactions.map(({ content }) => content),
  }));
}

interface Post { readonly authorId: number; readonly at: string; readonly body: string | null; readonly edited?: boolean; readonly id?: number; readonly reactions?: readonly string[] }

const faces: Readonly<Record<string, string>> = { '+1': '👍', '-1': '👎', eyes: '👀', rocket: '🚀', heart: '❤️', hooray: '🎉', confused: '😕', laugh: '😄' };

export function post(view: RepositoryView, { authorId, at, body, edited, id, reactions }: Post): Html | Promise<Html> {
  const author = view.author(authorId);
  return html`<div class="box" id="${id ? `issuecomment-${id}` : 'body'}">
    <div class="head"><strong>${author.login.replace('[bot]', '')}</strong>${author.type === 'Bot' ? html`<span class="bot">bot</span>` : ''} · ${dayOf(at)}${edited ? ' · edited' : ''}${reactions?.map((content) => ` ${faces[content] ?? content}`) ?? ''}</div>
    ${markdownBody(body)}
  </div>`;
}

function subIssues(world: World, view: RepositoryView, issue: Issue): Html | Promise<Html> | '' {
  const children = issue.subIssueIds.flatMap((id) => issueById(world, id)?.issue ?? []);
  if (children.length === 0) return '';
  return html`<div class="box"><div class="head">Sub-issues · ${children.filter(({ state }) => state === 'closed').length} of ${children.length}</div>
    ${children.map((child) => html`<div class="row"><a href="${view.path}/issues/${child.number}">${child.title}</a> <span class="dim">#${child.number} · ${child.state}</span></div>`)}</div>`;
}

/** Labels and milestone beside an issue or pull request. */
export function aside(view: RepositoryView, issue: Issue): Html | Promise<Html> {
  const milestone = view.milestones.find(({ number }) => number === issue.milestone);
  return html`<aside>
    <section><h3>Labels</h3>${issue.labels.length > 0 ? labels(view, issue) : html`<span class="dim">None yet</span>`}</section>
    <section><h3>Milestone</h3>${milestone ? html`<a href="${view.path}/milestone/${milestone.number}">${milestone.title}</a>` : html`<span class="dim">No milestone</span>`}</section>
  </aside>`;
}
