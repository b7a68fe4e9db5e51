import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Hono } from 'hono';
import { pageStyle } from './page-style.ts';

const require = createRequire(import.meta.url);

const script = `if (globalThis.mermaid) { mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' }); mermaid.run({ querySelector: 'pre.mermaid' }); }`;

/** Serves the style sheets and the diagram library from this machine: the pages load nothing from elsewhere. */
export function serveAssets(app: Hono): void {
  const css = { 'content-type': 'text/css; charset=utf-8' };
  const js = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=3600' };
  app.get('/assets/page.css', (context) => context.body(pageStyle, 200, css));
  app.get('/assets/page.js', (context) => context.body(script, 200, js));
  app.get('/assets/markdown.css', async (context) =>
    context.body(await readFile(require.resolve('github-markdown-css/github-markdown-light.css'), 'utf8'), 200, css),
  );
  app.get('/assets/mermaid.js', async (context) => context.body(await readFile(require.resolve('@mermaid-js/tiny/dist/mermaid.tiny.js'), 'utf8'), 200, js));
}
