import { scaleUtc } from 'd3-scale';
import { type Canvas, type ChartFrame, chartFigure, type Drawing } from './chart-figure.ts';
import { chartWords } from './chart-words.ts';
import { element, labelled } from './element.ts';
import { shorten } from './legend.ts';
import { characterWidth, dayTicks } from './plot-area.ts';
import { sayDay } from './say-figure.ts';
import { todayMark } from './today-mark.ts';

export interface ChartPhase {
  readonly name: string;
  /** First and last day. */
  readonly start: string;
  readonly end: string;
  /** Criteria of it that hold or are waived, of all. */
  readonly held: number;
  readonly criteria: number;
}

const row = 44;

/** The pilot phases one after the other, filled by the criteria that hold. */
export function phaseChart({ today, phases }: { readonly today: string; readonly phases: readonly ChartPhase[] }, frame: ChartFrame): string {
  const words = chartWords[frame.locale];
  return chartFigure({
    frame,
    description: `${phases.map(({ name, held, criteria }) => words.last(name, `${held}/${criteria}`)).join('; ')}.`,
    draw: (canvas) => draw(today, phases, { canvas, frame }),
    table: {
      header: [words.phase, words.from, words.until, words.criteria],
      rows: phases.map(({ name, start, end, held, criteria }) => [name, sayDay(start, frame.locale), sayDay(end, frame.locale), `${held}/${criteria}`]),
    },
  });
}

function draw(today: string, phases: readonly ChartPhase[], { canvas, frame: { locale } }: { readonly canvas: Canvas; readonly frame: ChartFrame }): Drawing {
  const from = phases.reduce((least, { start }) => Math.min(least, Date.parse(start)), Number.POSITIVE_INFINITY);
  const to = phases.reduce((latest, { end }) => Math.max(latest, Date.parse(end) + 86_400_000), from + 86_400_000);
  const [left, right, top] = [12, canvas.width - 16, 20];
  const scale = scaleUtc([from, to], [left, right]);
  const bottom = top + phases.length * row;
  const bars = phases.map(({ name, start, end, held, criteria }, index) => {
    const y = top + index * row;
    const x = scale(Date.parse(start));
    const width = Math.max(4, scale(Date.parse(end) + 86_400_000) - x);
    const part = criteria === 0 ? 0 : Math.max(0, Math.min(1, held / criteria));
    const said = `${held}/${criteria}`;
    // A name begins with its bar, and earlier where it would not fit.
    const room = (name.length + said.length + 3) * characterWidth;
    const at = Math.max(left, Math.min(x, right - room));
    return [
      labelled('text', { class: 'name halo', x: at, y: y + 14 }, shorten(`${name} · ${said}`, right - at + 8)),
      element('rect', { class: 'rest', x, y: y + 20, width, height: 12, rx: 2 }),
      element('rect', { class: part === 1 ? 'good' : 'f1', x, y: y + 20, width: width * part, height: 12, rx: 2 }),
    ].join('');
  });
  const ticks = dayTicks(scale, { slim: canvas.slim, locale, left, right, from, to }).map(
    ({ at, text, anchor }) =>
      element('line', { class: 'grid', x1: at, x2: at, y1: top, y2: bottom }) + labelled('text', { class: anchor, x: at, y: bottom + 18 }, text),
  );
  const day = Date.parse(today);
  const now = day >= from && day <= to ? todayMark(chartWords[locale].today, { x: scale(day), top: 4, bottom, right }) : '';
  return { height: bottom + 26, body: ticks.join('') + now + bars.join('') };
}
