import { html, raw } from 'hono/html';
import type { StandingCoverage } from '../../../core/standing/standing.ts';
import { lineChart } from '../../charts/line-chart.ts';
import { sayNumber } from '../../charts/say-figure.ts';
import type { Html } from '../../shell/html.ts';
import { outcomeMark } from '../../shell/outcome-mark.ts';
import { table } from '../../shell/table.ts';
import { day } from '../../shell/when.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { overviewWords } from './overview-words.ts';

/** More lines than this in one picture cannot be told apart; the others are in the table. */
const drawn = 6;

/** Coverage of each component against its floor, now and over time. */
export function coverageSection(about: RepositoryCase): Html | '' {
  const { standing, locale } = about;
  if (standing.coverage.length === 0) return '';
  const say = overviewWords[locale];
  return html`<section class="box spaced">
    <div class="body">
      ${table({
        caption: say.coverage,
        columns: [{ head: say.component }, { head: say.share, figures: true }, { head: say.floor, figures: true }, { head: say.state }],
        rows: standing.coverage.map((each) => row(each, about)),
      })}
    </div>
    <div class="body">${raw(overTime(about))}</div>
  </section>`;
}

function row({ component, covered, total, floor, outcome, carriedFrom }: StandingCoverage, about: RepositoryCase): (Html | string)[] {
  const { locale } = about;
  const say = overviewWords[locale];
  // Rounded down, as the gate rounds it for people: a floor that is not met never looks as if it were.
  const share = covered === null || total === null || total === 0 ? say.noReport : sayNumber(Math.floor((covered * 10_000) / total) / 100, '%', locale);
  const state = html`${outcomeMark(outcome, locale)} ${carriedFrom === null ? '' : html`<small class="dim">${say.carried} ${day(carriedFrom, about)}</small>`}`;
  return [component === 'total' ? say.total : component, share, sayNumber(floor / 100, '%', locale), state];
}

function overTime({ standing, days, locale }: RepositoryCase): string {
  const say = overviewWords[locale];
  const total = standing.coverage.find(({ component }) => component === 'total');
  const components = standing.coverage.map(({ component }) => component).slice(0, -1);
  const names = [...components.slice(0, drawn - 1), ...(total ? ['total'] : [])];
  const series = names.map((component) => ({
    name: component === 'total' ? say.total : component,
    points: days.flatMap(({ day: on, coverage }) => (coverage[component] === undefined ? [] : [{ day: on, value: coverage[component] / 100 }])),
  }));
  const thresholds = total ? [{ name: say.total, value: total.floor / 100 }] : [];
  return lineChart({ series, thresholds, unit: '%', most: 100 }, { id: 'coverage', title: say.coverageOver, locale });
}
