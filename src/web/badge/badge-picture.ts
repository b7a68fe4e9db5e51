import { html } from 'hono/html';
import type { Html } from '../shell/html.ts';
import type { Badge } from './badge.ts';

// White on each has a contrast of 4.5 at least.
const colours: Readonly<Record<Badge['state'], string>> = { good: '#1a7f37', bad: '#cf222e', unknown: '#59636e' };
const [height, inset, letter] = [20, 6, 6.6];

/** Small, and alone: it stands in other people's pages, so it brings its colours and font with it. */
export function badgePicture({ label, value, state }: Badge): Html {
  const [left, right] = [label, value].map((text) => Math.ceil(text.length * letter) + 2 * inset) as [number, number];
  const width = left + right;
  const says = `${label}: ${value}`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${says}">
    <title>${says}</title>
    <rect width="${width}" height="${height}" rx="3" fill="#3d444d" />
    <path d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v${height - 6}a3 3 0 0 1-3 3H${left}z" fill="${colours[state]}" />
    <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
      <text x="${left / 2}" y="14">${label}</text>
      <text x="${left + right / 2}" y="14">${value}</text>
    </g>
  </svg>`;
}
