import { area as areaOf, curveStepAfter, line } from 'd3-shape';
import type { FanWeek, Forecast } from '../../core/forecast/forecast.ts';
import { type Canvas, type ChartFrame, chartFigure, type Drawing, type TableTwin } from './chart-figure.ts';
import { chartWords } from './chart-words.ts';
import { dueMarks } from './due-marks.ts';
import { element, tenth } from './element.ts';
import { legend, type LegendEntry } from './legend.ts';
import { plotArea } from './plot-area.ts';
import { sayDay } from './say-figure.ts';
import { thinPoints, thinRows } from './thin-points.ts';
import { todayMark } from './today-mark.ts';

export interface BurnDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly all: number;
  readonly closed: number;
}

export interface BurnUp {
  readonly today: string;
  /** Ascending. */
  readonly days: readonly BurnDay[];
  readonly forecast: Forecast;
  readonly checkpoints: readonly { readonly name: string; readonly due: string; readonly signed: boolean }[];
  /** First and last day of the plan: a straight line of its pace. */
  readonly plan?: { readonly start: string; readonly end: string };
}

const drawnDays = 120;
const tableRows = 30;

/** What was closed of the plan until today, the futures as a fan after it, and the checkpoints with their days. */
export function burnUpChart(burnUp: BurnUp, frame: ChartFrame): string {
  const words = chartWords[frame.locale];
  const last = burnUp.days.at(-1);
  const said = (day: string | null) => (day === null ? words.never : sayDay(day, frame.locale));
  const { p50, p85 } = burnUp.forecast.readiness;
  const ready = burnUp.forecast.basis === 'plan' ? words.byPlan : words.ready(said(p50), said(p85));
  return chartFigure({
    frame,
    description: `${words.done(last?.closed ?? 0, last?.all ?? 0)} ${ready}`,
    draw: (canvas) => draw(burnUp, canvas, frame),
    table: tableOf(burnUp, frame),
  });
}

function draw({ today, days, forecast, checkpoints, plan }: BurnUp, canvas: Canvas, { locale }: ChartFrame): Drawing {
  const words = chartWords[locale];
  const { fan } = forecast;
  const all = days.at(-1)?.all ?? 0;
  const key = legend(keysOf({ plan: plan !== undefined, fan: fan.length > 0 }, locale), canvas.width);
  const dues = checkpoints.map(({ due }) => due);
  const markRoom = checkpoints.length > 0 ? 24 : 0;
  const plot = plotArea(canvas, {
    days: [today, ...days.slice(0, 1).map(({ day }) => day), ...dues, ...fan.slice(-1).map(({ day }) => day), ...(plan ? [plan.start, plan.end] : [])],
    values: [all, ...days.map((day) => day.all), ...fan.map(({ p85 }) => p85)],
    unit: null,
    locale,
    top: key.height + 12 + markRoom,
    height: canvas.slim ? 200 : 250,
    zero: true,
  });
  const stepped = (valueOf: (day: BurnDay) => number) => {
    const points = thinPoints(days, canvas.slim ? drawnDays / 2 : drawnDays, valueOf);
    return line<BurnDay>(
      ({ day }) => tenth(plot.x(day)),
      (day) => tenth(plot.y(valueOf(day))),
    ).curve(curveStepAfter)(points);
  };
  const lines = [
    plan
      ? element('line', { class: 'line thin c6', 'stroke-dasharray': '2 4', x1: plot.x(plan.start), y1: plot.y(0), x2: plot.x(plan.end), y2: plot.y(all) })
      : '',
    element('path', { class: 'line c2', 'stroke-dasharray': '7 3', d: stepped((day) => day.all) }),
    element('path', { class: 'line c1', d: stepped(({ closed }) => closed) }),
  ];
  const now = { day: today, closed: days.at(-1)?.closed ?? 0 };
  const body = [
    key.body,
    plot.axes,
    fanArea(fan, now, plot),
    ...lines,
    dueMarks(checkpoints, plot),
    todayMark(words.today, { ...plot, x: plot.x(today), wordAt: plot.bottom - 6 }),
  ];
  return { height: plot.bottom + 26, body: body.join('') };
}

interface Scales {
  readonly x: (day: string) => number;
  readonly y: (value: number) => number;
}

/** The fan from what is closed today: between its edges 70 of 100 futures, and the line of half of them. */
export function fanArea(fan: readonly FanWeek[], now: { readonly day: string; readonly closed: number }, { x, y }: Scales): string {
  if (fan.length === 0) return '';
  const weeks: FanWeek[] = [{ day: now.day, p15: now.closed, p50: now.closed, p85: now.closed }, ...fan];
  const xOf = ({ day }: FanWeek) => tenth(x(day));
  const between = areaOf<FanWeek>(
    xOf,
    (week) => tenth(y(week.p15)),
    (week) => tenth(y(week.p85)),
  )(weeks);
  const middle = line<FanWeek>(xOf, (week) => tenth(y(week.p50)))(weeks);
  return element('path', { class: 'fan', d: between }) + element('path', { class: 'line c1', 'stroke-dasharray': '3 3', d: middle });
}

function keysOf({ plan, fan }: { readonly plan: boolean; readonly fan: boolean }, locale: ChartFrame['locale']): LegendEntry[] {
  const words = chartWords[locale];
  const stroke = (text: string, className: string, dash: string | null): LegendEntry => ({
    text,
    sample: (x, y) => element('line', { class: className, 'stroke-dasharray': dash, x1: x, x2: x + 22, y1: y, y2: y }),
  });
  return [
    stroke(words.closed, 'line c1', null),
    stroke(words.planned, 'line c2', '7 3'),
    ...(plan ? [stroke(words.plan, 'line thin c6', '2 4')] : []),
    ...(fan ? [stroke(words.middle, 'line c1', '3 3'), fanKey(words.range)] : []),
  ];
}

function fanKey(text: string): LegendEntry {
  return { text, sample: (x, y) => element('rect', { class: 'fan', x, y: y - 6, width: 22, height: 12 }) };
}

function tableOf({ days, forecast }: BurnUp, { locale }: ChartFrame): TableTwin {
  const words = chartWords[locale];
  const shown = thinRows(days, tableRows);
  const past = shown.map(({ day, all, closed }) => [sayDay(day, locale), String(closed), String(all), '–']);
  const ahead = forecast.fan.map(({ day, p15, p50, p85 }) => [sayDay(day, locale), String(p50), '–', `${p15}–${p85}`]);
  return {
    header: [words.day, words.closed, words.planned, words.range],
    rows: [...past, ...ahead],
    note: shown.length < days.length ? words.thinned(shown.length, days.length) : null,
  };
}
