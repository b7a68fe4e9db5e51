import { html } from 'hono/html';
import type { Issue } from '../github/records/issue.ts';
import { labels } from './labels.ts';
import type { Html } from './page-layout.ts';
import type { RepositoryView } from './view.ts';

/** Labels and milestone beside an issue or pull request. */
export function issueAside(view: RepositoryView, issue: Issue): Html {
  const milestone = view.milestones.find(({ number }) => number === issue.milestone);
  return html`<aside aria-label="Details">
    <section>
      <h2>Labels</h2>
      ${issue.labels.length > 0 ? labels(view, issue) : html`<span class="dim">None yet</span>`}
    </section>
    <section>
      <h2>Milestone</h2>
      ${milestone ? html`<a href="${view.path}/milestone/${milestone.number}">${milestone.title}</a>` : html`<span class="dim">No milestone</span>`}
    </section>
  </aside>`;
}
