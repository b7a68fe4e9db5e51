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

/**
 * A table that scrolls in its own place, by keyboard too, where it is wider than the page; on a phone each row stands as a block, its
 * cells below one another with their column's name. Roles are said, since a table that is no table by its style loses them.
 */
export function table({ caption, headed, columns, rows }: TableContent): Html {
  const figures = (at: number) => (columns[at]?.figures ? raw(' class="num"') : '');
  const cell = (content: Html | string, at: number): Html =>
    html`<td role="cell" data-label="${columns[at]?.head ?? ''}" ${figures(at)}><div>${content}</div></td>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table class="stacks" role="table">
      <caption${headed ? raw(' class="hidden"') : ''}>
        ${caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(({ head }, at) => html`<th scope="col" role="columnheader" ${figures(at)}>${head}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          ([first = '', ...rest]) =>
            html`<tr role="row">
              <th scope="row" role="rowheader">${first}</th>
              ${rest.map((content, at) => cell(content, at + 1))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
