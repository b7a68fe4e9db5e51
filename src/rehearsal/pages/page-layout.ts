import { html, raw } from 'hono/html';
import { renderMarkdown } from '../../web/markdown/render-markdown.ts';

export type Html = ReturnType<typeof html>;

export interface PageFrame {
  readonly owner: string;
  readonly repo: string;
  readonly title: string;
  readonly tab: 'code' | 'issues' | 'pulls' | 'milestones';
  readonly counts: Readonly<Partial<Record<PageFrame['tab'], number>>>;
}

const tabs = [
  ['code', ''],
  ['issues', '/issues'],
  ['pulls', '/pulls'],
  ['milestones', '/milestones'],
] as const;
const names = { code: 'Overview', issues: 'Issues', pulls: 'Pull requests', milestones: 'Milestones' };

/** One page of the embedded GitHub. Its own words are English, as GitHub's are; what people and the app wrote is as they wrote it. */
export function pageLayout(frame: PageFrame, content: Html) {
  const home = `/${frame.owner}/${frame.repo}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${frame.title} · ${frame.owner}/${frame.repo}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/markdown.css" />
        <link rel="stylesheet" href="/assets/page.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header>
          <a href="${home}">${frame.owner} / <strong>${frame.repo}</strong></a
          ><small>embedded GitHub, on this machine only</small>
        </header>
        <nav aria-label="Repository">
          ${tabs.map(([tab, path]) => html`<a href="${home}${path}" ${tab === frame.tab ? raw('aria-current="page"') : ''}>${names[tab]}${frame.counts[tab] === undefined ? '' : html` <span class="count">${frame.counts[tab]}</span>`}</a>`)}
        </nav>
        <main id="content" tabindex="-1">${content}</main>
        <script src="/assets/mermaid.js"></script>
        <script src="/assets/page.js"></script>
      </body>
    </html>`;
}

/** Markdown as its reader sees it; `path` is the repository's, where `#12` leads to. */
export function markdownBody(text: string | null, path: string): Html {
  return html`<div class="markdown-body">${raw(renderMarkdown(text?.trim() ? text : '_No description provided._', { repository: path }))}</div>`;
}

/** `2027-01-24` from an ISO time. */
export function dayOf(iso: string): string {
  return iso.slice(0, 10);
}

/** `1 issue`, `2 issues`. */
export function countOf(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
