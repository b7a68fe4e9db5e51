import { html } from 'hono/html';
import type { Html } from '../shell/html.ts';

/** A time to the minute, in UTC: the same for whoever compares. */
export function moment(at: string): Html {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return html`${at}`;
  const text = new Date(time).toISOString();
  return html`<time datetime="${text}">${text.slice(0, 10)} ${text.slice(11, 16)} UTC</time>`;
}
