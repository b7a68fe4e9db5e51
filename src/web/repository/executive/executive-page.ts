import { dayIn } from '../../../core/calendar/calendar-day.ts';
import { html, raw } from 'hono/html';
import { burnUpChart } from '../../charts/burn-up-chart.ts';
import { readinessGauge } from '../../charts/readiness-gauge.ts';
import type { Html } from '../../shell/html.ts';
import { metricGroupSection } from '../metrics/metric-group-section.ts';
import { readMetrics } from '../metrics/read-metrics.ts';
import { forecastCard } from '../overview/forecast-card.ts';
import { overviewWords } from '../overview/overview-words.ts';
import { sprintCard } from '../overview/sprint-card.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { checkpointTitle } from '../repository-names.ts';
import { repositoryWords } from '../repository-words.ts';
import { viewHead } from '../view-head.ts';
import { executiveWords } from './executive-words.ts';

/** For the executive: return, adoption and impact as the team brings them, progress, and when it will be done. */
export function executivePage(about: RepositoryCase): Html {
  const { standing, locale } = about;
  const say = executiveWords[locale];
  const metrics = readMetrics(about);
  return html`${viewHead(about, 'executive', repositoryWords[locale].view.executive)}
    <div id="executive" data-live="300">
      <div class="cards">
        <div class="box"><div class="body">${raw(readinessGauge(standing, { id: 'gauge', title: overviewWords[locale].readiness, locale }))}</div></div>
        ${forecastCard(about)} ${sprintCard(about)}
      </div>
      <h2>${say.progress}</h2>
      <div class="box"><div class="body">${raw(burnUp(about))}</div></div>
      <div class="groups">${(['roi', 'adoption', 'impact'] as const).map((id) => metricGroupSection(id, metrics, about))}</div>
    </div>`;
}

function burnUp(about: RepositoryCase): string {
  const { standing, days, forecast, today, locale } = about;
  const [first, last] = [standing.sprints.at(0), standing.sprints.at(-1)];
  const checkpoints = standing.checkpoints.map(({ id, due, state }) => ({
    name: checkpointTitle(about, id),
    due,
    signed: state === 'signed' || state === 'conditions',
  }));
  const known = days.map(({ day, items }) => ofSprints(about, { day, ...items }));
  const plan = first && last ? { plan: { start: first.start, end: last.end } } : {};
  return burnUpChart({ today, days: known, forecast, checkpoints, ...plan }, { id: 'burn-up', title: executiveWords[locale].burnUp, locale });
}

/** The forecast is of the sprints' items, so what is in no sprint (the pilot's, the risks') is not counted beside it. */
function ofSprints({ standing }: RepositoryCase, { day, all, closed }: Readonly<Record<'all' | 'closed', number>> & { readonly day: string }) {
  const others = standing.items.filter(({ sprint }) => sprint === null);
  const done = others.filter(({ closedAt }) => closedAt !== null && dayIn(standing.timezone, closedAt) <= day).length;
  return { day, all: Math.max(0, all - others.length), closed: Math.max(0, closed - done) };
}
