import { html, raw } from 'hono/html';
import { renderMarkdown } from '../../web/markdown/render-markdown.ts';

export type Html = ReturnType<typeof html>;

export interface PageFrame {
  readonly owner: string;
  readonly repo: string;
  readonly title: string;
  readonly tab: 'code' | 'issues' | 'pulls' | 'milestones';
}

const tabs = [['code', ''], ['issues', '/issues'], ['pulls', '/pulls'], ['milestones', '/milestones']] as const;

/** One page of the embedded GitHub. */
export function pageLayout(frame: PageFrame, content: Html | Promise<Html>) {
  const home = `/${frame.owner}/${frame.repo}`;
  const names = { code: 'Overview', issues: 'Issues', pulls: 'Pull requests', milestones: 'Milestones' };
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${frame.title} · ${frame.owner}/${frame.repo}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/assets/markdown.css"><link rel="stylesheet" href="/assets/page.css">
</head>
<body>
  <header><a href="${home}">${frame.owner} / <strong>${frame.repo}</strong></a><small>embedded GitHub, on this machine only</small></header>
  <nav aria-label="Repository">${tabs.map(([tab, path]) => html`<a href="${home}${path}" ${tab === frame.tab ? raw('aria-current="page"') : ''}>${names[tab]}</a>`)}</nav>
  <main>${content}</main>
  <script src="/assets/mermaid.js"></script><script src="/assets/page.js"></script>
</body>
</html>`;
}

/** Markdown as its reader sees it. */
export function markdownBody(text: string | null): Html {
  return html`<div class="markdown-body">${raw(renderMarkdown(text?.trim() ? text : '_No description provided._'))}</div>`;
}

/** `2027-01-24` from an ISO time. */
export function dayOf(iso: string): string {
  return iso.slice(0, 10);
}
