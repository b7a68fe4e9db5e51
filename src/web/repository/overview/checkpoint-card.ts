import { html } from 'hono/html';
import { daysBetween } from '../../../core/calendar/calendar-day.ts';
import { nextCheckpoint } from '../../../core/standing/standing-summary.ts';
import type { Html } from '../../shell/html.ts';
import { day } from '../../shell/when.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { checkpointTitle } from '../repository-names.ts';
import { overviewWords } from './overview-words.ts';

/** The first checkpoint that nobody signed, when it is due, and when its work will be done. */
export function checkpointCard(about: RepositoryCase): Html {
  const { standing, forecast, locale, today, github } = about;
  const say = overviewWords[locale];
  const next = nextCheckpoint(standing);
  const body = (): Html => {
    if (next === null) return html`<p>${say.allSigned}</p>`;
    const name = checkpointTitle(about, next.id);
    const days = daysBetween(today, next.due);
    const foreseen = forecast.basis === 'pace' ? forecast.checkpoints.find(({ checkpoint }) => checkpoint === next.id) : undefined;
    return html`<p class="big small">${next.issue === null ? name : html`<a href="${github}/issues/${next.issue}">${name}</a>`}</p>
      <p>${say.due} ${day(next.due, about)} <span class="mark ${days < 0 ? 'fail' : ''}">${days < 0 ? say.late(-days) : say.ahead(days)}</span></p>
      ${
        foreseen
          ? html`<p class="dim">
              P50 ${foreseen.p50 === null ? say.never : day(foreseen.p50, about)} · P85 ${foreseen.p85 === null ? say.never : day(foreseen.p85, about)}
            </p>`
          : ''
      }`;
  };
  return html`<section class="box">
    <h2>${say.next}</h2>
    <div class="body">${body()}</div>
  </section>`;
}
