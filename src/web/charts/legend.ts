import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle } from 'd3-shape';
import { element, labelled } from './element.ts';
import { characterWidth } from './plot-area.ts';

const shapes = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar];
const dashes = [null, '7 3', '2 3', '9 3 2 3', '4 2', '12 4'];

/** Series are told apart by colour, stroke and mark: never by colour alone. From the seventh on they repeat. */
export function strokeOf(series: number): { class: string; 'stroke-dasharray': string | null } {
  return { class: `line c${(series % 6) + 1}`, 'stroke-dasharray': dashes[series % 6] ?? null };
}

/** The mark of a series at a place. */
export function markOf(series: number, x: number, y: number): string {
  const path = symbol(shapes[series % 6], 44)() ?? '';
  return element('path', { class: `mark f${(series % 6) + 1}`, transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`, d: path });
}

export interface LegendEntry {
  readonly text: string;
  /** Draws a sample 22 wide whose middle line is `y`. */
  readonly sample: (x: number, y: number) => string;
}

/** Entries in rows as wide as there is room, and their height. */
export function legend(entries: readonly LegendEntry[], width: number): { readonly height: number; readonly body: string } {
  let [x, y] = [4, 12];
  const drawn = entries.map(({ text, sample }) => {
    const short = shorten(text, width - 40);
    const room = 28 + short.length * characterWidth + 14;
    if (x > 4 && x + room > width) [x, y] = [4, y + 20];
    const entry = sample(x, y) + labelled('text', { class: 'key', x: x + 28, y: y + 4 }, short);
    x += room;
    return entry;
  });
  return { height: entries.length === 0 ? 0 : y + 14, body: drawn.join('') };
}

/** A line with its mark, as a series is drawn. */
export function seriesSample(series: number): LegendEntry['sample'] {
  return (x, y) => element('line', { ...strokeOf(series), x1: x, x2: x + 22, y1: y, y2: y }) + markOf(series, x + 11, y);
}

/** As much of a text as fits, with an ellipsis where it is cut. */
export function shorten(text: string, room: number): string {
  const most = Math.max(1, Math.floor(room / characterWidth));
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
