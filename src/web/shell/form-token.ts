import { html } from 'hono/html';
import type { Html } from './html.ts';

/** Goes into every form that posts: `formToken(context.var.csrf)`. Without it the form is refused. */
export function formToken(csrf: string): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}" />`;
}
