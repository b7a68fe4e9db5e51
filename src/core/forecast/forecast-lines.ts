import { daysBetween } from '../calendar/calendar-day.ts';
import type { Policy } from '../policy/policy.ts';
import { escapeMarkdown } from '../report/markdown.ts';
import { renderTable } from '../report/render-table.ts';
import type { CheckpointForecast, Forecast } from './forecast.ts';
import { forecastWords } from './forecast-words.ts';
import { fewestWeeks } from './forecast-work.ts';

/** What the lines need of a policy. */
export type Worded = Pick<Policy, 'locale'> & { readonly text: Pick<Policy['text'], 'checkpoints'> };

export interface ForecastLines {
  readonly heading: string;
  /** One paragraph: readiness, and what it rests on. */
  readonly summary: string;
  /** The checkpoints that are not signed off; empty where there are none. A day of P85 after the plan's says by how much. */
  readonly table: string;
}

/** The forecast in Markdown, in the policy's language. */
export function forecastLines(forecast: Forecast, { locale, text }: Worded): ForecastLines {
  const say = forecastWords[locale];
  const onPace = forecast.basis === 'pace';
  const titled = (id: string) => escapeMarkdown(text.checkpoints[id]?.title ?? id);
  const table = renderTable({
    header: [...say.header, ...(onPace ? ['P50', 'P85'] : [])],
    align: ['l', 'r', 'l', 'l', 'l'],
    rows: forecast.checkpoints.map((row) => [
      titled(row.checkpoint),
      String(row.open),
      row.due,
      ...(onPace ? [row.p50 ?? say.never, latest(row, locale)] : []),
    ]),
  });
  return { heading: say.heading, summary: onPace ? summaryOf(forecast, locale) : plannedSummary(forecast, locale), table };
}

function summaryOf({ readiness: { p50, p85 }, pace, weeks }: Forecast, locale: Policy['locale']): string {
  const say = forecastWords[locale];
  const day = (known: string | null) => (known === null ? say.never : say.on(`**${known}**`));
  return `${say.ready(day(p50), day(p85))}, ${say.pace(median(pace), weeks)}`;
}

function plannedSummary({ readiness, weeks }: Forecast, locale: Policy['locale']): string {
  const say = forecastWords[locale];
  return `${readiness.p85 === null ? say.unplanned : say.planned(`**${readiness.p85}**`)} ${say.byPlan(weeks, fewestWeeks)}`;
}

function latest({ due, p85 }: CheckpointForecast, locale: Policy['locale']): string {
  const say = forecastWords[locale];
  if (p85 === null) return `⚠️ ${say.never}`;
  return p85 > due ? `⚠️ ${p85} (${say.late(daysBetween(due, p85))})` : p85;
}

/** A half at most: `4` or `4.5`. */
function median(pace: readonly number[]): string {
  const sorted = pace.toSorted((a, b) => a - b);
  const [low = 0, high = low] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return String((low + high) / 2);
}
