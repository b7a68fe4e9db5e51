import { scaleLinear, scaleUtc } from 'd3-scale';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Canvas } from './chart-figure.ts';
import { element, labelled } from './element.ts';
import { sayDay, sayTick } from './say-figure.ts';

/** Where lines over time are drawn: days to the right, values up. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (day: string) => number;
  readonly y: (value: number) => number;
  /** Grid, ticks and their words. */
  readonly axes: string;
}

interface Wanted {
  readonly days: readonly string[];
  readonly values: readonly number[];
  readonly unit: string | null;
  readonly locale: Locale;
  readonly top: number;
  readonly height: number;
  /** Begin at zero; lines of percentages need not. */
  readonly zero: boolean;
  /** No tick stands beyond it. */
  readonly most?: number;
}

/** Width of a character of the charts' text, in its units; a little more than most. */
export const characterWidth = 6.6;

/** Lays out the area and its axes for days and values; of a single one makes a span. */
export function plotArea({ width, slim }: Canvas, { days, values, unit, locale, top, height, zero, most }: Wanted): PlotArea {
  const sorted = [...days].sort();
  const from = Date.parse(sorted[0] ?? '2000-01-01');
  const to = Math.max(Date.parse(sorted.at(-1) ?? '2000-01-01'), from + 86_400_000);
  const [low, high] = span(values, zero);
  const y = scaleLinear([Math.min(low, most ?? low), Math.max(low + 1e-9, Math.min(high, most ?? high))], [top + height, top]).nice(slim ? 4 : 5);
  const ticks = y.ticks(slim ? 4 : 5).filter((tick) => most === undefined || tick <= most);
  const said = ticks.map((tick) => sayTick(tick, unit, locale));
  const left = 10 + characterWidth * said.reduce((longest, text) => Math.max(longest, text.length), 1);
  const right = width - 16;
  const x = scaleUtc([from, to], [left, right]);
  const rows = ticks.map((tick, index) => {
    const at = y(tick);
    return (
      element('line', { class: 'grid', x1: left, x2: right, y1: at, y2: at }) +
      labelled('text', { class: 'tick end', x: left - 6, y: at + 4 }, said[index] ?? '')
    );
  });
  const columns = dayTicks(x, { slim, locale, left, right, from, to }).map(
    ({ at, text, anchor }) =>
      element('line', { class: 'axis', x1: at, x2: at, y1: top + height, y2: top + height + 4 }) +
      labelled('text', { class: `tick ${anchor}`, x: at, y: top + height + 18 }, text),
  );
  const base = element('line', { class: 'axis', x1: left, x2: right, y1: top + height, y2: top + height });
  return { left, right, top, bottom: top + height, x: (day) => x(Date.parse(day)), y: (value) => y(value), axes: [...rows, ...columns, base].join('') };
}

function span(values: readonly number[], zero: boolean): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  if (zero) low = Math.min(0, low);
  if (low === high) return zero ? [Math.min(0, low), Math.max(1, high)] : [low - Math.max(1, Math.abs(low) / 10), high + Math.max(1, Math.abs(high) / 10)];
  return [low, high];
}

interface DayTick {
  readonly at: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface DayTicksWanted {
  readonly slim: boolean;
  readonly locale: Locale;
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
}

/** Few days in words. More than a year: with years. One that would reach over an end is written inwards of it. */
export function dayTicks(x: (time: number) => number, { slim, locale, left, right, from, to }: DayTicksWanted): DayTick[] {
  const year = to - from > 320 * 86_400_000 ? 'year' : 'no-year';
  const room = (year === 'year' ? 12 : 7) * characterWidth + 12;
  const most = Math.max(2, Math.min(slim ? 4 : 7, Math.floor((right - left) / room)));
  const kept: DayTick[] = [];
  let free = left - room;
  for (const date of scaleUtc([from, to], [0, 1]).ticks(most)) {
    // Spans of a few days have ticks at hours; a day is said once.
    const day = date.toISOString().slice(0, 10);
    const at = x(Date.parse(day));
    const half = room / 2 - 6;
    const anchor = at - half < 0 ? 'start' : at + half > right + 12 ? 'end' : 'middle';
    const begin = at - { start: 0, middle: half, end: 2 * half }[anchor];
    if (at < left - 0.5 || begin < free) continue;
    free = begin + room;
    kept.push({ at, text: sayDay(day, locale, year), anchor });
  }
  return kept;
}
