import { symbol, symbolDiamond } from 'd3-shape';
import { element, labelled, tenth } from './element.ts';

interface Due {
  readonly name: string;
  readonly due: string;
  readonly signed: boolean;
}

interface Place {
  readonly x: (day: string) => number;
  readonly top: number;
  readonly bottom: number;
}

/** Checkpoints by number above an area; full where signed off. Their names are in the tips and the timeline. */
export function dueMarks(checkpoints: readonly Due[], { x, top, bottom }: Place): string {
  let free = Number.NEGATIVE_INFINITY;
  return checkpoints
    .map(({ name, due, signed }, index) => {
      const at = x(due);
      const path = symbol(symbolDiamond, 60)() ?? '';
      const crowded = at < free;
      if (!crowded) free = at + 18;
      return element(
        'g',
        {},
        labelled('title', {}, name),
        element('line', { class: 'due', x1: at, x2: at, y1: top, y2: bottom }),
        element('path', { class: signed ? 'pin f4' : 'hollow c4', transform: `translate(${tenth(at)} ${tenth(top - 4)})`, d: path }),
        crowded ? '' : labelled('text', { class: 'middle', x: at, y: top - 16 }, String(index + 1)),
      );
    })
    .join('');
}
