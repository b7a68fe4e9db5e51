import { element, labelled } from './element.ts';

interface Place {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
  /** Line of its word; just below the top unless told. */
  readonly wordAt?: number;
}

/** A line through today, with its word on the side where there is room. */
export function todayMark(text: string, { x, top, bottom, right, wordAt = top + 10 }: Place): string {
  const anchor = x > right - 40 ? 'end' : 'start';
  return (
    element('line', { class: 'today', x1: x, x2: x, y1: top, y2: bottom }) +
    labelled('text', { class: `${anchor} halo`, x: x + (anchor === 'end' ? -4 : 4), y: wordAt }, text)
  );
}
