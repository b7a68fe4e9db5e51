import { symbol, symbolCircle, symbolDiamond } from 'd3-shape';
import { scaleUtc } from 'd3-scale';
import type { StandingCheckpoint } from '../../core/standing/standing.ts';
import { type Canvas, type ChartFrame, chartFigure, type Drawing } from './chart-figure.ts';
import { chartWords } from './chart-words.ts';
import { element, labelled, tenth } from './element.ts';
import { legend, type LegendEntry, shorten } from './legend.ts';
import { dayTicks } from './plot-area.ts';
import { sayDay } from './say-figure.ts';
import { todayMark } from './today-mark.ts';

export interface TimelineCheckpoint {
  readonly name: string;
  readonly due: string;
  readonly state: StandingCheckpoint['state'];
  /** Day on which it was signed off; null while it is not. */
  readonly signed: string | null;
  /** Of the forecast; null where it has none. */
  readonly p50: string | null;
  readonly p85: string | null;
}

export interface Timeline {
  readonly today: string;
  readonly checkpoints: readonly TimelineCheckpoint[];
}

const row = 38;

/** Each checkpoint in its row: the plan's day, the sign-off, and between P50 and P85 when its work will be done. */
export function checkpointTimeline(timeline: Timeline, frame: ChartFrame): string {
  const words = chartWords[frame.locale];
  const say = (day: string | null) => (day === null ? '–' : sayDay(day.slice(0, 10), frame.locale));
  const signed = timeline.checkpoints.filter(({ state }) => state === 'signed' || state === 'conditions').length;
  return chartFigure({
    frame,
    description: words.signedBy(signed, timeline.checkpoints.length),
    draw: (canvas) => draw(timeline, canvas, frame),
    table: {
      header: [words.checkpoint, words.due, words.state, 'P50', 'P85'],
      rows: timeline.checkpoints.map(({ name, due, state, signed: at, p50, p85 }) => [
        name,
        say(due),
        at === null ? words.states[state] : `${words.states[state]}, ${say(at)}`,
        say(p50),
        say(p85),
      ]),
    },
  });
}

function draw({ today, checkpoints }: Timeline, canvas: Canvas, { locale }: ChartFrame): Drawing {
  const words = chartWords[locale];
  const key = legend(keysOf(locale), canvas.width);
  const days = [today, ...checkpoints.flatMap(({ due, signed, p50, p85 }) => [due, signed, p50, p85].filter((day) => day !== null))].map((day) =>
    Date.parse(day),
  );
  const from = days.reduce((least, day) => Math.min(least, day));
  const to = Math.max(
    from + 86_400_000,
    days.reduce((latest, day) => Math.max(latest, day)),
  );
  const [left, right] = [12, canvas.width - 16];
  const scale = scaleUtc([from, to], [left, right]);
  const x = (day: string) => scale(Date.parse(day));
  const top = key.height + 12;
  const bottom = top + checkpoints.length * row;
  const rows = checkpoints.map((checkpoint, index) =>
    rowOf(checkpoint, { x, y: top + index * row, left, right, number: index + 1, state: words.states[checkpoint.state] }),
  );
  const ticks = dayTicks(scale, { slim: canvas.slim, locale, left, right, from, to }).map(
    ({ at, text, anchor }) =>
      element('line', { class: 'grid', x1: at, x2: at, y1: top, y2: bottom }) + labelled('text', { class: anchor, x: at, y: bottom + 18 }, text),
  );
  // The word of today stands above the rows, where no name is.
  const now = todayMark(words.today, { x: x(today), top: top - 12, bottom, right });
  return { height: bottom + 26, body: key.body + ticks.join('') + now + rows.join('') };
}

interface Row {
  readonly x: (day: string) => number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly number: number;
  readonly state: string;
}

function rowOf({ name, due, state, signed, p50, p85 }: TimelineCheckpoint, { x, y, left, right, number, state: said }: Row): string {
  const line = y + 24;
  const room = right - left - said.length * 6.6 - 16;
  return [
    element('line', { class: 'grid', x1: left, x2: right, y1: line, y2: line }),
    labelled('text', { class: 'name halo', x: left, y: y + 12 }, shorten(`${number}. ${name}`, room)),
    labelled('text', { class: `end halo ${state === 'open' ? '' : 'strong'}`.trim(), x: right, y: y + 12 }, said),
    p50 !== null && p85 !== null ? rangeOf(x(p50), x(p85), line) : '',
    element('path', { class: 'hollow c4', transform: at(x(due), line), d: symbol(symbolDiamond, 60)() }),
    signed === null ? '' : element('path', { class: 'pin f3', transform: at(x(signed), line), d: symbol(symbolCircle, 60)() }),
  ].join('');
}

/** Never too narrow to be seen. */
function rangeOf(from: number, to: number, y: number): string {
  return element('rect', { class: 'range', x: from - 2, y: y - 5, width: Math.max(4, to - from + 4), height: 10, rx: 2 });
}

function at(x: number, y: number): string {
  return `translate(${tenth(x)} ${tenth(y)})`;
}

function keysOf(locale: ChartFrame['locale']): LegendEntry[] {
  const words = chartWords[locale];
  return [
    { text: words.due, sample: (x, y) => element('path', { class: 'hollow c4', transform: at(x + 11, y), d: symbol(symbolDiamond, 60)() }) },
    { text: words.states.signed, sample: (x, y) => element('path', { class: 'pin f3', transform: at(x + 11, y), d: symbol(symbolCircle, 60)() }) },
    { text: words.from85, sample: (x, y) => rangeOf(x + 2, x + 20, y) },
  ];
}
