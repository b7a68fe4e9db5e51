import { scaleLinear } from 'd3-scale';
import { type Canvas, type ChartFrame, chartFigure, type Drawing } from './chart-figure.ts';
import { chartWords } from './chart-words.ts';
import { element, labelled } from './element.ts';
import { shorten } from './legend.ts';
import { characterWidth } from './plot-area.ts';
import { isFigure, sayNumber } from './say-figure.ts';

export interface Bar {
  readonly name: string;
  /** Not below 0. */
  readonly value: number;
  /** What it has to reach, or must not pass. */
  readonly threshold?: number;
  /** Said in a word beside its figure, so that colour says nothing alone. Left out: neither good nor bad. */
  readonly state?: 'good' | 'bad' | 'wait';
}

export interface BarChart {
  readonly bars: readonly Bar[];
  readonly unit?: string | null;
  /** The whole width; left out, the largest figure. */
  readonly most?: number;
}

const row = 38;
const mostBars = 30;
const signs = { good: '✓', bad: '✗', wait: '…' } as const;

/** Bars to the right, each below its name, with its figure and a tick at its threshold. The first thirty are drawn. */
export function barChart(chart: BarChart, frame: ChartFrame): string {
  const words = chartWords[frame.locale];
  const bars = chart.bars.filter(({ value }) => isFigure(value));
  const say = (value: number) => sayNumber(value, chart.unit ?? null, frame.locale);
  const limited = bars.some(({ threshold }) => threshold !== undefined);
  return chartFigure({
    frame,
    description: `${bars
      .slice(0, 6)
      .map(({ name, value }) => words.last(name, say(value)))
      .join('; ')}${bars.length > 6 ? ` ${words.more(bars.length - 6)}` : ''}.`,
    draw: (canvas) => draw({ ...chart, bars }, canvas, frame),
    table: {
      header: [words.name, words.value, ...(limited ? [words.threshold] : [])],
      rows: bars.map(({ name, value, threshold, state }) => [
        name,
        `${say(value)}${state ? ` ${signs[state]}` : ''}`,
        ...(limited ? [threshold === undefined ? '–' : say(threshold)] : []),
      ]),
    },
  });
}

function draw({ bars, unit = null, most }: BarChart, canvas: Canvas, { locale }: ChartFrame): Drawing {
  const drawn = bars.slice(0, mostBars);
  const largest = most ?? drawn.reduce((max, { value, threshold = 0 }) => Math.max(max, value, threshold), 0);
  const x = scaleLinear([0, largest > 0 ? largest : 1], [4, canvas.width - 8]).clamp(true);
  const body = drawn.map(({ name, value, threshold, state }, index) => {
    const top = 4 + index * row;
    const said = `${sayNumber(value, unit, locale)}${state ? ` ${signs[state]}` : ''}`;
    const room = canvas.width - 24 - said.length * characterWidth;
    return [
      labelled('text', { class: 'name', x: 4, y: top + 12 }, shorten(name, room)),
      labelled('text', { class: 'strong end', x: canvas.width - 8, y: top + 12 }, said),
      element('rect', { class: 'rest', x: 4, y: top + 18, width: canvas.width - 12, height: 10, rx: 2 }),
      element('rect', { class: state ?? 'f1', x: 4, y: top + 18, width: Math.max(0, x(value) - 4), height: 10, rx: 2 }),
      threshold === undefined ? '' : element('line', { class: 'goal', x1: x(threshold), x2: x(threshold), y1: top + 15, y2: top + 31 }),
    ].join('');
  });
  const more = bars.length > mostBars ? labelled('text', { x: 4, y: 4 + drawn.length * row + 12 }, chartWords[locale].more(bars.length - mostBars)) : '';
  return { height: 4 + drawn.length * row + (more === '' ? 0 : 20), body: body.join('') + more };
}
