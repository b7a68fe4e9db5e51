import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/web/markdown/render-markdown.ts';
import { situationReport, situations } from '../core/report/report-worlds.ts';
import { startBrowser } from '../support/browser.ts';

const require = createRequire(import.meta.url);
const css = readFileSync(require.resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
const mermaid = readFileSync(require.resolve('@mermaid-js/tiny/dist/mermaid.tiny.js'), 'utf8');

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 900, height: 1200 } });
}, 120_000);
afterAll(() => browser.close());

describe.each(situations)('the report as GitHub draws it: %s', (situation) => {
  it.each(['es', 'en'] as const)('in %s: the real Mermaid reads its chart, and no table is wider than a comment', async (locale) => {
    const body = renderMarkdown(situationReport(situation, locale), { repository: '/acme/aval' });
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${css}</style><div class="markdown-body">${body}</div>`);
    await page.addScriptTag({ content: mermaid });
    const charts = await page.evaluate(
      `Promise.all([...document.querySelectorAll('pre.mermaid')].map((each) => window.mermaid.parse(each.textContent).then(({ diagramType }) => diagramType)))`,
    );
    expect(charts).toEqual(['pie']);
    await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
    const widest = Number(await page.evaluate(`Math.max(...[...document.querySelectorAll('table')].map((each) => each.scrollWidth))`));
    expect(widest).toBeLessThanOrEqual(900);
    expect(await page.locator('.mention').count()).toBe(0);
  });
});
