import type { FanWeek, Forecast } from '../../core/forecast/forecast.ts';
import { fanArea } from './burn-up-chart.ts';
import { type Canvas, type ChartFrame, chartFigure, type Drawing } from './chart-figure.ts';
import { chartWords } from './chart-words.ts';
import { element, labelled } from './element.ts';
import { plotArea } from './plot-area.ts';
import { sayDay } from './say-figure.ts';

export interface FanChart {
  readonly today: string;
  /** Items closed and of the plan, today. */
  readonly closed: number;
  readonly all: number;
  readonly forecast: Pick<Forecast, 'fan' | 'readiness'>;
}

/** The weeks to come alone: what will be closed in 15, 50 and 85 of 100 futures. */
export function fanChart(chart: FanChart, frame: ChartFrame): string {
  const words = chartWords[frame.locale];
  const said = (day: string | null) => (day === null ? words.never : sayDay(day, frame.locale));
  const { fan, readiness } = chart.forecast;
  return chartFigure({
    frame,
    description: `${words.done(chart.closed, chart.all)} ${words.ready(said(readiness.p50), said(readiness.p85))}`,
    draw: (canvas) => draw(chart, canvas, frame),
    table: {
      header: [words.day, '15 %', '50 %', '85 %'],
      rows: fan.map(({ day, p15, p50, p85 }: FanWeek) => [sayDay(day, frame.locale), String(p15), String(p50), String(p85)]),
    },
  });
}

function draw({ today, closed, all, forecast: { fan, readiness } }: FanChart, canvas: Canvas, { locale }: ChartFrame): Drawing {
  const height = canvas.slim ? 170 : 200;
  const days = [today, ...fan.slice(-1).map(({ day }) => day)];
  const plot = plotArea(canvas, { days, values: [closed, all, ...fan.map(({ p85 }) => p85)], unit: null, locale, top: 24, height, zero: false });
  const ends = (['p50', 'p85'] as const).map((part) => endMark(part, readiness[part], plot));
  const goal = element('line', { class: 'line thin c2', 'stroke-dasharray': '7 3', x1: plot.left, x2: plot.right, y1: plot.y(all), y2: plot.y(all) });
  return { height: plot.bottom + 26, body: plot.axes + fanArea(fan, { day: today, closed }, plot) + goal + ends.join('') };
}

/** Where readiness is reached; P50 is written to the left of its line and P85 to the right, so that near ones stay apart. */
function endMark(part: 'p50' | 'p85', day: string | null, { x, top, bottom, left, right }: ReturnType<typeof plotArea>): string {
  if (day === null || x(day) > right + 0.5 || x(day) < left) return '';
  const at = x(day);
  const before = part === 'p50' ? at > left + 30 : at > right - 30;
  const text = labelled('text', { class: `${before ? 'end' : 'start'} strong halo`, x: at + (before ? -4 : 4), y: top - 6 }, part.toUpperCase());
  return element('line', { class: 'due', x1: at, x2: at, y1: top - 14, y2: bottom }) + text;
}
