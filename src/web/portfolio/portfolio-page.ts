import { html, raw } from 'hono/html';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { StandingSummary } from '../../store/standings/list-standings.ts';
import { sparkline } from '../charts/sparkline.ts';
import { bar } from '../shell/bar.ts';
import type { Html } from '../shell/html.ts';
import { outcomeMark } from '../shell/outcome-mark.ts';
import type { PortfolioChoice, PortfolioLine } from './choose-lines.ts';
import { portfolioFilters } from './portfolio-filters.ts';
import { addressOf, type PortfolioQuery } from './portfolio-query.ts';
import { portfolioWords } from './portfolio-words.ts';

interface Shown {
  readonly choice: PortfolioChoice;
  readonly query: PortfolioQuery;
  readonly trends: ReadonlyMap<number, readonly number[]>;
  readonly locale: Locale;
}

/** All repositories of a viewer, by organisation, as a table. */
export function portfolioPage(shown: Shown): Html {
  const { choice, query, locale } = shown;
  const say = portfolioWords[locale];
  if (choice.owners.length === 0)
    return html`<h1>${say.title}</h1>
      <p>${say.none}</p>`;
  const owners = [...new Set(choice.lines.map(({ repository }) => repository.owner))];
  return html`<h1>${say.title}</h1>
    ${portfolioFilters(query, choice.owners, locale)}
    <div id="portfolio" data-live="60">
      <p class="dim" role="status">${choice.count === 0 ? say.nothing : say.count(choice.count)}</p>
      ${choice.count === 0 ? '' : html`<div class="box"><div class="scroll" tabindex="0" role="region" aria-label="${say.title}">${table(shown, owners)}</div></div>`}
      ${pager(choice, query, locale)}
    </div>`;
}

function table(shown: Shown, owners: readonly string[]): Html {
  const say = portfolioWords[shown.locale];
  const heads = [say.repository, say.stage, say.readiness, say.worst, say.trend, say.due];
  return html`<table>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    ${owners.map(
      (owner) =>
        html`<tbody>
          <tr>
            <th scope="rowgroup" colspan="${heads.length}">${owner}</th>
          </tr>
          ${shown.choice.lines.filter(({ repository }) => repository.owner === owner).map((line) => row(line, shown))}
        </tbody>`,
    )}
  </table>`;
}

function row({ repository: { id, owner, name }, standing }: PortfolioLine, { trends, locale }: Shown): Html {
  const say = portfolioWords[locale];
  const link = html`<th scope="row"><a href="/r/${owner}/${name}">${name}</a></th>`;
  if (standing === null)
    return html`<tr>
      ${link}
      <td colspan="5" class="dim">${say.unknown}</td>
    </tr>`;
  const { sprint, block, percent, next } = standing;
  return html`<tr>
    ${link}
    <td>${say.sprint(sprint)} <span class="dim">${block}</span></td>
    <td>${bar(percent)} ${percent}&nbsp;%</td>
    <td>${worst(standing, locale)}</td>
    <td>${trend(standing, { values: trends.get(id) ?? [], name, locale })}</td>
    <td>${next === null ? '–' : html`${next.id} <time class="dim" datetime="${next.due}">${next.due}</time>`}</td>
  </tr>`;
}

function worst({ outcome, worst: blocker, blockers, locale: spoken }: StandingSummary, locale: Locale): Html {
  if (blocker === null) return outcomeMark(outcome, locale);
  return html`${outcomeMark(blocker.outcome, locale)} <span lang="${spoken}">${blocker.title}</span>
    <span class="dim">${portfolioWords[locale].blocks(blockers)}</span>`;
}

function trend(
  { repository, trend: change }: StandingSummary,
  { values, name, locale }: { readonly values: readonly number[]; readonly name: string; readonly locale: Locale },
): Html {
  const picture = sparkline({ values, unit: '%' }, { id: `trend-${repository}`, title: `${portfolioWords[locale].readiness}, ${name}`, locale });
  return html`${raw(picture)} ${change === null ? '' : html`<span class="num">${change > 0 ? '+' : change < 0 ? '−' : '±'}${Math.abs(change)}</span>`}`;
}

function pager({ page, pages }: PortfolioChoice, query: PortfolioQuery, locale: Locale): Html | '' {
  const say = portfolioWords[locale];
  if (pages === 1) return '';
  return html`<nav class="pager" aria-label="${say.pages}">
    ${page > 1 ? html`<a rel="prev" href="${addressOf(query, page - 1)}">${say.before}</a>` : ''}
    <span aria-current="page">${say.page(page, pages)}</span>
    ${page < pages ? html`<a rel="next" href="${addressOf(query, page + 1)}">${say.after}</a>` : ''}
  </nav>`;
}
