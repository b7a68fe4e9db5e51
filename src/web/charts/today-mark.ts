import { element, labelled } from './element.ts';

interface Place {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
}

/** A line through today, with its word on the side where there is room. */
export function todayMark(text: string, { x, top, bottom, right }: Place): string {
  const anchor = x > right - 40 ? 'end' : 'start';
  return (
    element('line', { class: 'today', x1: x, x2: x, y1: top, y2: bottom }) +
    labelled('text', { class: `${anchor} halo`, x: x + (anchor === 'end' ? -4 : 4), y: top + 10 }, text)
  );
}
