import type { Locale } from '../../core/playbook/text-schema.ts';
import { chartWords } from './chart-words.ts';
import { element, escapeXml, labelled } from './element.ts';

/** What every chart is told besides its figures. */
export interface ChartFrame {
  /** Begins every id in it: unique on its page, letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly locale: Locale;
}

/** The room of a drawing, in its own units: a pixel where it is shown as wide as it is. */
export interface Canvas {
  readonly id: string;
  readonly width: number;
  readonly slim: boolean;
}

export interface Drawing {
  readonly height: number;
  readonly body: string;
}

/** The same figures for who does not see the picture. Cells are plain text. */
export interface TableTwin {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What is left out, or null. */
  readonly note?: string | null;
}

interface Parts {
  readonly frame: ChartFrame;
  /** One or two sentences of what it shows. */
  readonly description: string;
  readonly draw: (canvas: Canvas) => Drawing;
  readonly table: TableTwin;
}

const wide = 720;
const slim = 340;

/**
 * A picture with its title and its table, as HTML. It is drawn twice, for a desktop and for a phone, so that its words stay
 * readable: the style sheet shows one. No script and no style of its own; safe under a strict content security policy.
 */
export function chartFigure({ frame, description, draw, table }: Parts): string {
  const words = chartWords[frame.locale];
  const caption = labelled('figcaption', {}, frame.title);
  if (table.rows.length === 0) return element('figure', { class: 'chart', id: frame.id }, caption, labelled('p', { class: 'dim' }, words.nothing));
  const pictures = [
    picture({ id: `${frame.id}-w`, width: wide, slim: false }, { frame, description, draw }),
    picture({ id: `${frame.id}-s`, width: slim, slim: true }, { frame, description, draw }),
  ];
  const twin = element('details', {}, labelled('summary', {}, words.table), tableOf(frame, table));
  return element('figure', { class: 'chart', id: frame.id }, caption, ...pictures, twin);
}

function picture(canvas: Canvas, { frame, description, draw }: Omit<Parts, 'table'>): string {
  const { height, body } = draw(canvas);
  return element(
    'svg',
    {
      class: canvas.slim ? 'slim' : 'wide',
      viewBox: `0 0 ${canvas.width} ${Math.ceil(height)}`,
      role: 'img',
      'aria-labelledby': `${canvas.id}-title ${canvas.id}-desc`,
    },
    labelled('title', { id: `${canvas.id}-title` }, frame.title),
    labelled('desc', { id: `${canvas.id}-desc` }, description),
    body,
  );
}

function tableOf(frame: ChartFrame, { header, rows, note }: TableTwin): string {
  const head = header.map((cell) => labelled('th', { scope: 'col' }, cell)).join('');
  const body = rows.map(
    ([first = '', ...rest]) => `<tr>${labelled('th', { scope: 'row' }, first)}${rest.map((cell) => `<td>${escapeXml(cell)}</td>`).join('')}</tr>`,
  );
  const caption = note ? `${frame.title} (${note})` : frame.title;
  // Reached by the keyboard, for it scrolls where it is wider than its place.
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeXml(frame.title)}"><table>${labelled('caption', {}, caption)}<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}
