import { line } from 'd3-shape';
import { type Canvas, type ChartFrame, chartFigure, type Drawing, type TableTwin } from './chart-figure.ts';
import { chartWords } from './chart-words.ts';
import { element, labelled, tenth } from './element.ts';
import { legend, markOf, seriesSample, shorten, strokeOf } from './legend.ts';
import { plotArea } from './plot-area.ts';
import { isFigure, sayDay, sayNumber } from './say-figure.ts';
import { thinPoints, thinRows } from './thin-points.ts';

export interface LinePoint {
  /** `YYYY-MM-DD`, or an ISO time. */
  readonly day: string;
  readonly value: number;
}

export interface LineSeries {
  readonly name: string;
  /** Ascending by day. */
  readonly points: readonly LinePoint[];
}

export interface LineChart {
  readonly series: readonly LineSeries[];
  /** Lines across, e.g. the floor of a component. */
  readonly thresholds?: readonly { readonly name: string; readonly value: number }[];
  readonly unit?: string | null;
  /** What no value goes beyond, e.g. 100 for a percentage. */
  readonly most?: number;
  /** Begin at zero. */
  readonly zero?: boolean;
}

const drawnPoints = 120;
const tableRows = 30;

/** Series over time with thresholds; thousands of points are thinned without losing a peak. */
export function lineChart(chart: LineChart, frame: ChartFrame): string {
  const series = chart.series.map(({ name, points }) => ({
    name,
    points: points.filter(({ day, value }) => isFigure(value) && Number.isFinite(Date.parse(day))),
  }));
  const thresholds = (chart.thresholds ?? []).filter(({ value }) => isFigure(value));
  const known = { ...chart, thresholds, series: series.filter(({ points }) => points.length > 0) };
  const say = (value: number) => sayNumber(value, chart.unit ?? null, frame.locale);
  const last = known.series.map(({ name, points }) => chartWords[frame.locale].last(name, say(points.at(-1)?.value ?? 0)));
  return chartFigure({ frame, description: `${last.join('; ')}.`, draw: (canvas) => draw(known, canvas, frame), table: tableOf(known, frame) });
}

function draw({ series, thresholds = [], unit = null, most, zero = false }: LineChart, canvas: Canvas, { locale }: ChartFrame): Drawing {
  const key = legend(
    series.map(({ name }, index) => ({ text: name, sample: seriesSample(index) })),
    canvas.width,
  );
  const height = canvas.slim ? 190 : 230;
  const area = plotArea(canvas, {
    days: series.flatMap(({ points }) => [points[0]?.day, points.at(-1)?.day].filter((day) => day !== undefined)),
    values: [...series.flatMap(({ points }) => points.map(({ value }) => value)), ...thresholds.map(({ value }) => value)],
    unit,
    locale,
    top: key.height + 12,
    height,
    zero,
    ...(most !== undefined && { most }),
  });
  const path = line<LinePoint>(
    ({ day }) => tenth(area.x(day)),
    ({ value }) => tenth(area.y(value)),
  );
  const limits = thresholds.map(({ name, value }) => {
    const at = area.y(value);
    const text = shorten(`${name} ${sayNumber(value, unit, locale)}`, area.right - area.left);
    return (
      element('line', { class: 'limit', x1: area.left, x2: area.right, y1: at, y2: at }) +
      labelled('text', { class: 'limit-name end halo', x: area.right, y: at - 4 }, text)
    );
  });
  const lines = series.map(({ points }, index) => {
    const [first, last] = [points[0], points.at(-1)];
    const drawn =
      points.length > 1
        ? element('path', { ...strokeOf(index), d: path(thinPoints(points, canvas.slim ? drawnPoints / 2 : drawnPoints, ({ value }) => value)) })
        : '';
    return drawn + (first && last ? markOf(index, area.x(last.day), area.y(last.value)) : '');
  });
  return { height: area.bottom + 26, body: key.body + area.axes + lines.join('') + limits.join('') };
}

function tableOf({ series, thresholds = [], unit = null }: LineChart, { locale }: ChartFrame): TableTwin {
  const words = chartWords[locale];
  const days = [...new Set(series.flatMap(({ points }) => points.map(({ day }) => day.slice(0, 10))))].sort();
  const values = series.map(({ points }) => new Map(points.map(({ day, value }) => [day.slice(0, 10), value])));
  const say = (value: number | undefined) => (value === undefined ? '–' : sayNumber(value, unit, locale));
  const shown = thinRows(days, tableRows);
  const limits = thresholds.map(({ name, value }) => `${words.threshold} ${name}: ${say(value)}`);
  const notes = [...limits, ...(shown.length < days.length ? [words.thinned(shown.length, days.length)] : [])];
  return {
    header: [words.day, ...series.map(({ name }) => name)],
    rows: shown.map((day) => [sayDay(day, locale), ...values.map((known) => say(known.get(day)))]),
    note: notes.length === 0 ? null : notes.join('; '),
  };
}
