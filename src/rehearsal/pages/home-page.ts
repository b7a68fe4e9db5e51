import { html } from 'hono/html';
import type { Html } from './page-layout.ts';
import type { RepositoryView } from './view.ts';

/** The first page: what there is to look at, and the story that the rehearsal told. */
export function homePage(view: RepositoryView, story: readonly { title: string; path: string | null }[]): Html | Promise<Html> {
  return html`<h1>${view.owner}/${view.repo}</h1>
    <p>${view.repository.description ?? ''}</p>
    <p><a href="${view.path}/milestones">${view.milestones.length} milestones</a> · <a href="${view.path}/issues">${view.issues.length} issues</a> · <a href="${view.path}/pulls">${view.pulls.length} pull requests</a></p>
    <h2>What happened</h2>
    <div class="box">${story.map((step) => html`<div class="row">${step.path ? html`<a href="${step.path}">${step.title}</a>` : step.title}</div>`)}${story.length === 0 ? html`<div class="row dim">Nothing yet.</div>` : ''}</div>`;
}
