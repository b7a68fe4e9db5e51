import { html } from 'hono/html';
import { proseParts } from '../../core/report/prose.ts';
import type { Html } from './html.ts';

/** The sentence of a verdict: code and links to the web as such, all else as plain text. */
export function prose(text: string): Html {
  return html`${proseParts(text).map((part) => {
    if (part.kind === 'code') return html`<code>${part.text}</code>`;
    return part.kind === 'link' ? html`<a href="${part.url}" rel="noreferrer">${part.text}</a>` : part.text;
  })}`;
}
