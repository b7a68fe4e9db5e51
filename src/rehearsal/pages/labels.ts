import { html } from 'hono/html';
import type { Issue } from '../github/records/issue.ts';
import type { Html } from './page-layout.ts';
import type { RepositoryView } from './view.ts';

/** The labels of an issue in their own colours, each leading to what else wears it. */
export function labels(view: RepositoryView, issue: Issue): Html[] {
  return issue.labels.map((name) => {
    const color = view.repository.labels.get(name.toLowerCase())?.color ?? view.repository.labels.get(name)?.color ?? 'ededed';
    const safe = /^[0-9a-f]{6}$/i.test(color) ? color : 'ededed';
    return html`<a
      class="label"
      href="${view.path}/issues?${new URLSearchParams({ label: name }).toString()}"
      style="background:#${safe};color:${isDark(safe) ? '#fff' : '#1f2328'}"
      >${name}</a
    >` as Html;
  });
}

function isDark(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = [0, 2, 4].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  return red * 299 + green * 587 + blue * 114 < 140_000;
}
