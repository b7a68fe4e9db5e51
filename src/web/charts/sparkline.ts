import { line } from 'd3-shape';
import type { ChartFrame } from './chart-figure.ts';
import { element, labelled, tenth } from './element.ts';
import { isFigure, sayNumber } from './say-figure.ts';
import { thinPoints } from './thin-points.ts';

const [width, height, inset] = [80, 20, 3];

/** A trend in the line of a text, with its first and last figure as its title. Fewer than two figures: nothing. */
export function sparkline(
  { values, unit = null }: { readonly values: readonly number[]; readonly unit?: string | null },
  { id, title, locale }: ChartFrame,
): string {
  const known = values.filter(isFigure);
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < 2 || first === undefined || last === undefined) return '';
  const low = known.reduce((least, value) => Math.min(least, value));
  const high = known.reduce((most, value) => Math.max(most, value));
  const points = thinPoints(
    known.map((value, at) => ({ value, at })),
    60,
    ({ value }) => value,
  );
  const x = (at: number) => tenth(inset + (at * (width - 2 * inset)) / (known.length - 1));
  const y = (value: number) => tenth(high === low ? height / 2 : height - inset - ((value - low) * (height - 2 * inset)) / (high - low));
  const path = line<{ value: number; at: number }>(
    ({ at }) => x(at),
    ({ value }) => y(value),
  )(points);
  return element(
    'svg',
    { class: 'spark', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': `${id}-title` },
    labelled('title', { id: `${id}-title` }, `${title}: ${sayNumber(first, unit, locale)} → ${sayNumber(last, unit, locale)}`),
    element('path', { d: path }),
    element('circle', { cx: x(known.length - 1), cy: y(last), r: 2.2 }),
  );
}
