import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../../support/browser.ts';
import { lookAt, serveTest } from '../look-at.ts';
import { testPages } from '../test-pages.ts';
import { samplePulls } from './sample-pull.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveTest>>;
const home = '/r/acme/open/pull/30';

beforeAll(async () => {
  browser = await startBrowser();
  const pulls = samplePulls('es');
  server = await serveTest((baseUrl) => testPages({ baseUrl, pulls }));
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

test.each([
  { path: `${home}?lang=es`, screen: 'phone', colours: 'dark' },
  { path: `${home}?lang=en`, screen: 'desktop', colours: 'light' },
  { path: `${home}/simulate?lang=es&coverage.api=95&approve=security-review`, screen: 'phone', colours: 'light' },
  { path: `${home}/simulate?lang=en&coverage.api=95`, screen: 'desktop', colours: 'dark' },
] as const)('$path on a $screen, $colours, is small, whole and for everybody', async ({ path, screen, colours }) => {
  const seen = await lookAt(browser, `${server.origin}${path}`, { screen, colours, as: 'ana' });
  expect(seen.errors).toEqual([]);
  expect(seen.violations).toEqual([]);
  expect(seen.overflow).toBe(0);
  expect(seen.bytes).toBeLessThan(150_000);
});

test('without scripts it is the same, trees unfold, and one supposes by a plain form', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  await context.addCookies([{ name: 'sprintgate', value: 'ana', url: server.origin }]);
  const page = await context.newPage();
  await page.goto(`${server.origin}${home}?lang=en`);
  const readiness = page.locator('#gate-readiness .tree details:not([open]) > summary').first();
  await readiness.click();
  await page.locator('#simulate summary').click();
  await page.getByRole('spinbutton', { name: 'api' }).fill('90');
  await page.getByRole('button', { name: 'Judge' }).click();
  expect(new URL(page.url()).pathname).toBe(`${home}/simulate`);
  expect(await page.locator('#result').innerText()).toContain('✓ holds');
  await context.close();
});
