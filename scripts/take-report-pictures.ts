// `npm run pictures`: the report on a release pull request in five situations, as GitHub draws it.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { renderMarkdown } from '../src/web/markdown/render-markdown.ts';
import { situationReport, situations } from '../test/core/report/report-worlds.ts';
import { startBrowser } from '../test/support/browser.ts';

const require = createRequire(import.meta.url);
const folder = resolve(import.meta.dirname, '../docs/images');
const css = readFileSync(require.resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
const mermaid = readFileSync(require.resolve('@mermaid-js/tiny/dist/mermaid.tiny.js'), 'utf8');
/** What a reader sees without scrolling twice. */
const maxHeight = 1400;
const maxBytes = 280_000;

const browser = await startBrowser();
for (const situation of situations) {
  for (const locale of ['es', 'en'] as const) {
    // A comment on GitHub is 850 pixels wide on a usual screen.
    const page = await browser.newPage({ viewport: { width: 900, height: 1200 } });
    const body = renderMarkdown(situationReport(situation, locale), { repository: '/acme/aval' });
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${css} body { margin: 24px }</style><div class="markdown-body">${body}</div>`);
    await page.addScriptTag({ content: mermaid });
    await page.evaluate(`mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' }); mermaid.run({ querySelector: 'pre.mermaid' })`);
    const height = Math.min(maxHeight, Number(await page.evaluate('document.documentElement.scrollHeight')));
    const path = join(folder, `report-${situation}.${locale}.png`);
    await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width: 900, height } });
    await page.close();
    const { size } = statSync(path);
    console.log(`report-${situation}.${locale}.png ${Math.round(size / 1000)} kB`);
    if (size > maxBytes) throw new Error(`${path} has ${size} bytes; make it smaller than ${maxBytes}`);
  }
}
await browser.close();
