import { html, raw } from 'hono/html';
import type { Html } from './html.ts';

export interface Column {
  readonly head: string;
  /** Figures stand to the right. */
  readonly figures?: true;
}

export interface TableContent {
  readonly caption: string;
  /** A heading above says the same: the caption is for who does not see it. */
  readonly headed?: true;
  readonly columns: readonly Column[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly (Html | string)[])[];
}

/** A table that scrolls in its own place, by keyboard too, where it is wider than the page. */
export function table({ caption, headed, columns, rows }: TableContent): Html {
  const cell = (content: Html | string, at: number): Html => html`<td${columns[at]?.figures ? raw(' class="num"') : ''}>${content}</td>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table>
      <caption${headed ? raw(' class="hidden"') : ''}>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ head, figures }) => html`<th scope="col" ${figures ? raw(' class="num"') : ''}>${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first = '', ...rest]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${rest.map((content, at) => cell(content, at + 1))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
