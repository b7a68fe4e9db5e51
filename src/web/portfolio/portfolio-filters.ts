import { html, raw } from 'hono/html';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Html } from '../shell/html.ts';
import { orders, type PortfolioQuery, states } from './portfolio-query.ts';
import { portfolioWords } from './portfolio-words.ts';

/** Search, choices and order: a plain form, which works without scripts and by keyboard. */
export function portfolioFilters(query: PortfolioQuery, owners: readonly string[], locale: Locale): Html {
  const say = portfolioWords[locale];
  return html`<form class="filters" method="get" action="/" role="search">
    <label>${say.search}<input type="search" name="q" value="${query.text}" maxlength="100" /></label>
    ${select('owner', say.owner, { chosen: query.owner, values: [['', say.allOwners], ...owners.map((owner) => [owner, owner] as const)] })}
    ${select('state', say.state, { chosen: query.state, values: states.map((state) => [state, say.states[state]] as const) })}
    ${select('sort', say.order, { chosen: query.order, values: orders.map((order) => [order, say.orders[order]] as const) })}
    <button>${say.show}</button>
  </form>`;
}

function select(name: string, label: string, { chosen, values }: { readonly chosen: string; readonly values: readonly (readonly [string, string])[] }): Html {
  return html`<label
    >${label}<select name="${name}">
      ${values.map(([value, text]) => html`<option value="${value}" ${value === chosen ? raw('selected') : ''}>${text}</option>`)}
    </select></label
  >`;
}
