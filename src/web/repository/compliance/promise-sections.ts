import { html } from 'hono/html';
import { daysBetween, dayIn } from '../../../core/calendar/calendar-day.ts';
import { webAddress } from '../../../core/report/inert-text.ts';
import type { StandingPromise } from '../../../core/standing/standing.ts';
import type { Html } from '../../shell/html.ts';
import { pager } from '../../shell/pager.ts';
import { table } from '../../shell/table.ts';
import { day } from '../../shell/when.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { subjectTitle } from '../repository-names.ts';
import { complianceWords } from './compliance-words.ts';

const aPage = 40;
/** So many ends are told; the table has them all. */
const soonest = 30;

/** What is in force and ends, by month; and all that people accepted or stated, whether it still stands or not. */
export function promiseSections(about: RepositoryCase, asked: number): Html {
  const { standing, locale } = about;
  const say = complianceWords[locale];
  const pages = Math.max(1, Math.ceil(standing.promises.length / aPage));
  const page = Math.min(asked, pages);
  return html`${calendar(about)}
    <section>
      <h2 id="promises">${say.promises}</h2>
      ${
        standing.promises.length === 0
          ? html`<p>${say.noPromises}</p>`
          : table({
              caption: say.promises,
              headed: true,
              columns: [
                { head: say.subject },
                { head: say.kind },
                { head: say.by },
                { head: say.since },
                { head: say.until },
                { head: say.state },
                { head: say.why },
              ],
              rows: standing.promises.slice((page - 1) * aPage, page * aPage).map((promise) => promiseRow(promise, about)),
            })
      }
      ${pager({ page, pages, words: say, addressOf: (to) => `${about.home}/compliance?promises=${to}#promises` })}
    </section>`;
}

function promiseRow(promise: StandingPromise, about: RepositoryCase): (Html | string)[] {
  const say = complianceWords[about.locale];
  const { subject, kind, by, at, until, state } = promise;
  return [
    subjectTitle(about, subject),
    say.kinds[kind],
    `@${by}`,
    day(at, about),
    until === null ? say.noEnd : day(until, about),
    html`<span class="mark ${state === 'in-force' ? 'pass' : 'not-applicable'}">${state === 'in-force' ? '✓' : '–'} ${say.states[state]}</span>`,
    reason(promise),
  ];
}

function reason({ reason: said, link }: StandingPromise): Html {
  const address = link === null ? null : webAddress(link);
  return address === null ? html`${said}` : html`<a href="${address}" rel="noreferrer">${said === '' ? address : said}</a>`;
}

type Ending = StandingPromise & { readonly until: string };

function calendar(about: RepositoryCase): Html {
  const { standing, locale, timezone } = about;
  const say = complianceWords[locale];
  const ending = standing.promises.filter((each): each is Ending => each.state === 'in-force' && each.until !== null);
  const dated = ending.map((each) => ({ ...each, on: each.until.length === 10 ? each.until : dayIn(timezone, new Date(each.until).toISOString()) }));
  const sorted = dated.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const months = Map.groupBy(sorted.slice(0, soonest), ({ on }) => on.slice(0, 7));
  return html`<section>
    <h2 id="calendar">${say.calendar}</h2>
    <p class="dim">${say.calendarText}</p>
    ${months.size === 0 ? html`<p>${say.nothingEnds}</p>` : ''}
    <div class="cards">
      ${[...months].map(
        ([month, own]) =>
          html`<section class="box">
            <h3>${monthName(month, locale)}</h3>
            ${own.map((each) => line(each, about))}
          </section>`,
      )}
    </div>
    ${sorted.length > soonest ? html`<p class="dim">${say.laterEnds(sorted.length - soonest)}</p>` : ''}
  </section>`;
}

function line({ on, kind, subject, by }: Ending & { readonly on: string }, about: RepositoryCase): Html {
  const say = complianceWords[about.locale];
  const left = daysBetween(about.today, on);
  return html`<div class="row">
    <p><strong>${day(on, about)}</strong> <span class="mark ${left < 14 ? 'pending' : 'not-applicable'}">${left < 14 ? '●' : ''} ${say.inDays(left)}</span></p>
    <p>${say.kinds[kind]}: ${subjectTitle(about, subject)} <span class="dim">@${by}</span></p>
  </div>`;
}

function monthName(month: string, locale: RepositoryCase['locale']): string {
  const tag = locale === 'es' ? 'es-MX' : 'en';
  return new Intl.DateTimeFormat(tag, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(Date.parse(`${month}-01T00:00:00Z`));
}
