import { sprintCalendar } from '../../calendar/sprint-calendar.ts';
import type { CheckpointForecast } from '../../forecast/forecast.ts';
import type { Policy } from '../../policy/policy.ts';
import { renderProse } from '../prose.ts';
import { renderTable } from '../render-table.ts';
import { forecastWords } from './forecast-words.ts';
import type { WeeklyForecast } from './weekly-forecast.ts';

/** When the work will be done: one line, and by checkpoint below it. Where too little was seen, the plan's date, said so. */
export function reportForecast(known: WeeklyForecast | null, policy: Policy): string {
  if (known === null) return '';
  const { forecast, items } = known;
  const say = forecastWords[policy.locale];
  const title = `<b>${say.title}</b>: `;
  if (items.open === 0) return `${title}${say.done(items.all)}.`;
  if (forecast.basis === 'plan') return `${title}${say.planned(forecast.weeks, forecast.readiness.p50 ?? say.never)}.`;
  const rows = forecastRows(known, policy);
  const last = rows.at(-1);
  if (!last) return '';
  const summary = `${title}${isLate(last) ? '⚠️ ' : ''}${say.summary({ half: last.p50 ?? say.never, safe: last.p85 ?? say.never }, last.due)}`;
  const each = forecast.pace.reduce((sum, closed) => sum + closed, 0) / forecast.pace.length;
  const pace = say.pace({ weeks: forecast.weeks, each: each.toFixed(1), open: last.open, day: known.day });
  const table = renderTable({ header: say.header, rows: rows.map((row) => cells(row, policy)), align: ['l', 'r', 'l', 'l', 'l'] });
  return `<details>\n<summary>${summary}</summary>\n\n${pace}\n\n${table}\n\n</details>`;
}

type Row = Omit<CheckpointForecast, 'checkpoint'> & { readonly checkpoint: string | null };

/** The checkpoints that are not signed, and the end of the last sprint. */
function forecastRows({ forecast, items }: WeeklyForecast, policy: Policy): Row[] {
  const { checkpoints, readiness } = forecast;
  const due = sprintCalendar(policy).at(-1)?.end ?? '';
  const isLast = checkpoints.at(-1)?.checkpoint === policy.playbook.blocks.at(-1)?.checkpoint;
  // The last block's checkpoint comes with the end of all sprints: told once.
  return isLast ? [...checkpoints] : [...checkpoints, { checkpoint: null, open: items.open, due, ...readiness }];
}

function isLate({ p85, due }: Row): boolean {
  return p85 === null || p85 > due;
}

function cells(row: Row, { text, locale }: Policy): string[] {
  const say = forecastWords[locale];
  const name = row.checkpoint === null ? say.release : renderProse(text.checkpoints[row.checkpoint]?.title ?? row.checkpoint);
  if (row.open === 0) return [name, '0', row.due, `_${say.nothingLeft}_`, ''];
  return [name, String(row.open), row.due, row.p50 ?? say.never, `${row.p85 ?? say.never}${isLate(row) ? ' ⚠️' : ''}`];
}
