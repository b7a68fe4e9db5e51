import { html, raw } from 'hono/html';
import { lineChart } from '../../charts/line-chart.ts';
import { sayNumber } from '../../charts/say-figure.ts';
import type { StandingCriterion } from '../../../core/standing/standing.ts';
import type { Html } from '../../shell/html.ts';
import { outcomeMark } from '../../shell/outcome-mark.ts';
import { prose } from '../../shell/prose.ts';
import { table } from '../../shell/table.ts';
import { moment } from '../../shell/when.ts';
import { criteriaWords } from '../criteria/criteria-words.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { criterionTitle } from '../repository-names.ts';
import { exampleOf, type MetricGroupId } from '../../../core/standing/metric-groups.ts';
import type { MetricLimit } from './metric-limits.ts';
import { metricWords, sayUnit } from './metric-words.ts';
import type { ShownMetric } from './read-metrics.ts';

/** More pictures than this in one group nobody reads; the others stand in a table. */
const pictured = 4;

/** The figures of one group, each against what is asked of it; where there is none, how to bring it. */
export function metricGroupSection(id: MetricGroupId, metrics: readonly ShownMetric[], about: RepositoryCase): Html {
  const { locale } = about;
  const say = metricWords[locale];
  const own = metrics.filter(({ group }) => group === id).toSorted((a, b) => Number(b.limits.length > 0) - Number(a.limits.length > 0));
  const rest = own.slice(pictured);
  return html`<section>
    <h2 id="${id}">${say.groups[id]}</h2>
    ${own.length === 0 ? missing(id, about) : own.slice(0, pictured).map((metric) => figure(metric, about))}
    ${
      rest.length === 0
        ? ''
        : html`<details class="spaced">
            <summary>${say.more} (${rest.length})</summary>
            ${figureTable(rest, about, `${say.groups[id]}: ${say.more}`)}
          </details>`
    }
  </section>`;
}

/** How a figure is brought that nobody has brought: it is unknown, and no zero. */
function missing(id: MetricGroupId, { locale }: RepositoryCase): Html {
  const say = metricWords[locale];
  const name = exampleOf(id);
  const lines = [
    'evidence:',
    '  reports:',
    '    - files: ["metrics/*.json"]',
    '      metrics:',
    `        ${name}: { path: ${name.split('.').at(-1) ?? name} }`,
  ];
  return html`<div class="box spaced">
    <div class="body">
      <p><strong>${say.missing}</strong></p>
      <p>${say.bring(name)}</p>
      <pre tabindex="0"><code>${lines.join('\n')}</code></pre>
    </div>
  </div>`;
}

function figure(metric: ShownMetric, about: RepositoryCase): Html {
  const { locale } = about;
  const say = metricWords[locale];
  const { id, value, at, points } = metric;
  return html`<section class="box">
    <h3><code>${id}</code></h3>
    <div class="body">
      <p class="big">${value === null ? '–' : sayFigure(value, metric, about)}</p>
      <p class="dim">${value === null ? say.gone : html`${say.measured}: ${at === null ? say.noTime : moment(at, about)}`}</p>
      ${metric.limits.length === 0 ? html`<p class="dim">${say.noLimit}</p>` : metric.limits.map((limit) => limitLine(limit, metric, about))}
      ${points.length < 2 ? html`<p class="dim">${say.once}</p>` : raw(picture(metric, about))}
    </div>
  </section>`;
}

function limitLine(limit: MetricLimit, metric: ShownMetric, about: RepositoryCase): Html {
  const { locale, standing } = about;
  const say = metricWords[locale];
  const { value, parameter, criterion, is } = limit;
  if (value === null) return html`<p>! ${prose(say.unset(`\`${parameter ?? ''}\``))}</p>`;
  const judged = standing.criteria.find(({ id }) => id === criterion);
  const title = criterionTitle(about, judged ?? { id: criterion, title: criterion });
  return html`<p>
    ${say.limit}: <strong>${signs[is] ?? is} ${sayFigure(value, metric, about)}</strong> ${parameter === null ? '' : html`<code>${parameter}</code>`}<br />
    ${judged === undefined ? '' : stateOf(judged, about)}
    <a href="${about.home}/criteria?q=${encodeURIComponent(criterion)}" ${title.lang === null ? '' : raw(` lang="${title.lang}"`)}>${title.text}</a>
  </p>`;
}

/** What does not bind yet is not said to hold or not. */
function stateOf({ binding, outcome }: StandingCriterion, { locale }: RepositoryCase): Html {
  return binding === 'binds' ? outcomeMark(outcome, locale) : html`<span class="tag">${criteriaWords[locale].binding[binding]}</span>`;
}

const signs: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥', '<': '<', '>': '>', '=': '=' };

function sayFigure(value: number, { unit }: ShownMetric, { locale }: RepositoryCase): string {
  // Four digits that count, and no figure below a hundredth becomes 0.
  const shown = Number(value.toPrecision(4));
  return Math.abs(shown) < 0.01 && shown !== 0 ? `${shown}${said(unit, locale)}` : sayNumber(shown, sayUnit(unit, locale), locale);
}

function said(unit: string | null, locale: RepositoryCase['locale']): string {
  const text = sayUnit(unit, locale);
  return text === null ? '' : ` ${text}`;
}

function picture({ id, points, limits, unit }: ShownMetric, { locale }: RepositoryCase): string {
  const thresholds = limits.flatMap(({ value, parameter, is }) => (value === null ? [] : [{ name: `${signs[is] ?? is} ${parameter ?? ''}`.trim(), value }]));
  const frame = { id: `metric-${id.replaceAll(/[^A-Za-z0-9-]/g, '-')}`, title: metricWords[locale].overTime(id), locale };
  return lineChart({ series: [{ name: id, points }], thresholds, unit: sayUnit(unit, locale) }, frame);
}

/** Many figures, without pictures. */
export function figureTable(metrics: readonly ShownMetric[], about: RepositoryCase, caption: string): Html {
  const say = metricWords[about.locale];
  return table({
    caption,
    columns: [{ head: say.figure }, { head: say.value, figures: true }, { head: say.measured }],
    rows: metrics.map((metric) => [
      html`<code>${metric.id}</code>`,
      metric.value === null ? '–' : sayFigure(metric.value, metric, about),
      metric.at === null ? html`<span class="dim">${say.noTime}</span>` : moment(metric.at, about),
    ]),
  });
}
