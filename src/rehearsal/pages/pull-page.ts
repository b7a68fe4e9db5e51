import { html } from 'hono/html';
import type { CheckRun } from '../github/records/checks.ts';
import type { PullIssue } from '../github/records/find.ts';
import { aside, conversation, post } from './issue-page.ts';
import { dayOf, type Html, markdownBody } from './page-layout.ts';
import type { RepositoryView } from './view.ts';

const passing = new Set(['success', 'neutral', 'skipped']);

/** A pull request: what it is, its checks with their first line, and the conversation. */
export function pullPage(view: RepositoryView, issue: PullIssue): Html | Promise<Html> {
  const { pull } = issue;
  const state = pull.merged ? 'merged' : issue.state;
  return html`
    <h1>${issue.title} <span class="number">#${issue.number}</span></h1>
    <p><span class="state ${state}">${state === 'merged' ? 'Merged' : state === 'open' ? 'Open' : 'Closed'}</span>
      <span class="dim">${view.author(issue.authorId).login} wants to merge <code>${pull.headRef}</code> into <code>${pull.baseRef}</code> · ${pull.headSha.slice(0, 7)}</span></p>
    <div class="columns">
      <div>${post(view, { authorId: issue.authorId, at: issue.createdAt, body: issue.body })}${conversation(view, issue)}${mergeBox(view, view.checksOf(pull.headSha), pull.merged)}</div>
      ${aside(view, issue)}
    </div>`;
}

function mergeBox(view: RepositoryView, checks: readonly CheckRun[], merged: boolean): Html | Promise<Html> {
  const blocked = checks.some((run) => run.status !== 'completed' || !passing.has(run.conclusion ?? ''));
  const headline = merged ? 'Merged' : blocked ? 'Merging is blocked: not all checks pass' : 'All checks have passed';
  return html`<div class="merge ${blocked && !merged ? 'blocked' : ''}"><strong>${headline}</strong>
    ${checks.map((run) => html`<div style="margin-top:8px"><span class="mark ${run.conclusion ?? run.status}"></span><a href="${view.path}/runs/${run.id}"><strong>${run.name}</strong></a> <span class="dim">${run.output.title ?? run.status}</span></div>`)}
  </div>`;
}

/** One check run with its output, as the Checks tab shows it. */
export function checkPage(view: RepositoryView, run: CheckRun): Html | Promise<Html> {
  const of = view.pulls.filter(({ pull }) => pull.headSha === run.headSha);
  return html`
    <h1><span class="mark ${run.conclusion ?? run.status}"></span>${run.name}</h1>
    <p class="dim">${run.conclusion ?? run.status} · ${run.headSha.slice(0, 7)} · ${dayOf(run.startedAt)} ${of.map(({ number, title }) => html` · <a href="${view.path}/pull/${number}">${title} #${number}</a>`)}</p>
    <div class="box"><div class="head"><strong>${run.output.title ?? ''}</strong></div>${markdownBody(run.output.summary)}</div>
    ${run.output.text ? html`<div class="box"><div class="head">Details</div>${markdownBody(run.output.text)}</div>` : ''}
    ${run.annotations.length > 0 ? html`<div class="box"><div class="head">Annotations</div>${run.annotations.map((note) => html`<div class="row"><strong>${note.path}:${note.start_line}</strong> ${note.message}</div>`)}</div>` : ''}`;
}
