import { html } from 'hono/html';
import type { Html } from './html.ts';

export interface Pager {
  readonly page: number;
  readonly pages: number;
  readonly addressOf: (page: number) => string;
  readonly words: { readonly pages: string; readonly page: (page: number, pages: number) => string; readonly before: string; readonly after: string };
}

/** The way from one page of a long list to the next; nothing where there is one alone. */
export function pager({ page, pages, addressOf, words }: Pager): Html | '' {
  if (pages <= 1) return '';
  return html`<nav class="pager" aria-label="${words.pages}">
    ${page > 1 ? html`<a rel="prev" href="${addressOf(page - 1)}">${words.before}</a>` : ''}
    <span aria-current="page">${words.page(page, pages)}</span>
    ${page < pages ? html`<a rel="next" href="${addressOf(page + 1)}">${words.after}</a>` : ''}
  </nav>`;
}
