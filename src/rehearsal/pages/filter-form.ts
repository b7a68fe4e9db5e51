import { html, raw } from 'hono/html';
import type { IssueFilter } from './issue-filter.ts';
import type { Html } from './page-layout.ts';
import type { RepositoryView } from './view.ts';

/** Choices by label and milestone. A plain form: it works without scripts and by keyboard. */
export function filterForm(view: RepositoryView, filter: IssueFilter, action: string): Html {
  const worn = [...new Set([...view.issues, ...view.pulls].flatMap((issue) => issue.labels))].sort();
  const option = (value: string, text: string, chosen: boolean): Html =>
    html`<option value="${value}" ${chosen ? raw('selected') : ''}>${text}</option>` as Html;
  return html`<form class="filter" method="get" action="${action}" role="search">
    ${filter.state === 'open' ? '' : html`<input type="hidden" name="state" value="${filter.state}" />`}
    <label
      >Label
      <select name="label">
        ${option('', 'Any', filter.label === '')}${worn.map((name) => option(name, name, name === filter.label))}
      </select></label
    >
    <label
      >Milestone
      <select name="milestone">
        ${option('', 'Any', filter.milestone === null)}${view.milestones.map(({ number, title }) => option(String(number), title, number === filter.milestone))}
      </select></label
    >
    <button>Filter</button>
    ${filter.label === '' && filter.milestone === null ? '' : html`<a href="${action}">Clear</a>`}
  </form>`;
}
