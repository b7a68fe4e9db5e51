import { html } from 'hono/html';
import type { Html } from './html.ts';

/** A bar of a whole percentage; the figure stands beside it, so it is no picture to who cannot see it. */
export function bar(percent: number): Html {
  const part = Math.max(0, Math.min(100, percent));
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="rest" width="100" height="8" rx="2" />
    <rect class="done" width="${part}" height="8" rx="2" />
  </svg>`;
}
