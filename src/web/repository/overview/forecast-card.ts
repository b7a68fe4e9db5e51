import { html } from 'hono/html';
import type { Html } from '../../shell/html.ts';
import { day } from '../../shell/when.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { overviewWords } from './overview-words.ts';

/** The days by which readiness is reached, and what they rest on. */
export function forecastCard(about: RepositoryCase): Html {
  const { forecast, standing, locale } = about;
  const say = overviewWords[locale];
  const on = (value: string | null): Html => (value === null ? html`${say.never}` : day(value, about));
  const open = standing.items.filter(({ sprint, closedAt }) => sprint !== null && closedAt === null).length;
  return html`<section class="box">
    <h2>${say.forecast}</h2>
    <div class="body">
      <dl class="pair">
        <dt>${say.p50}</dt>
        <dd class="big">${on(forecast.readiness.p50)}</dd>
        <dt>${say.p85}</dt>
        <dd class="big">${on(forecast.readiness.p85)}</dd>
      </dl>
      <p class="dim">${forecast.basis === 'plan' ? say.byPlan : say.byPace(forecast.weeks, open)}</p>
    </div>
  </section>`;
}
