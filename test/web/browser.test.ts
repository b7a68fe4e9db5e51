import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { lookAt, screens, serveTest } from './look-at.ts';
import { manyRepositories } from './portfolio-material.ts';
import { testPages } from './test-pages.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveTest>>;

beforeAll(async () => {
  browser = await startBrowser();
  const { portfolio } = manyRepositories(120);
  server = await serveTest((baseUrl) => testPages({ baseUrl, portfolio }));
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

const pages: readonly [string, string, string | undefined][] = [
  ['the portfolio', '/', 'ana'],
  ['the portfolio in Spanish', '/?lang=es&sort=readiness&page=2', 'ana'],
  ['a search that finds nothing', '/?q=nothing-like-it', 'ana'],
  ['the front page', '/', undefined],
  ['signing in, after it failed', '/sign-in?failed', undefined],
];
// Every page on both screens; dark on a phone, light on a desktop, and what holds most in the other colours too.
const looks = pages.flatMap(([name, path, as], at) =>
  (Object.keys(screens) as (keyof typeof screens)[]).flatMap((screen) =>
    (at === 0 ? (['light', 'dark'] as const) : ([screen === 'phone' ? 'dark' : 'light'] as const)).map((colours) => ({ name, path, as, screen, colours })),
  ),
);

describe('in a real browser', () => {
  test.each(looks)('$name on a $screen, $colours, is small, whole and for everybody', async ({ path, as, screen, colours }) => {
    const seen = await lookAt(browser, `${server.origin}${path}`, { screen, colours, ...(as === undefined ? {} : { as }) });
    expect(seen.errors).toEqual([]);
    expect(seen.violations).toEqual([]);
    expect(seen.overflow).toBe(0);
    expect(seen.bytes).toBeLessThan(150_000);
  });

  test('the portfolio is the same without scripts', async () => {
    const look = { screen: 'desktop', as: 'ana' } as const;
    const without = await lookAt(browser, `${server.origin}/`, { ...look, scripts: false });
    expect(without.text).toBe((await lookAt(browser, `${server.origin}/`, look)).text);
    expect(without.text).toContain('product-1');
  });

  test('everything is reached by keyboard, the content first', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/sign-in`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Sign in with GitHub');
    await page.close();
  });

  test('a theme that was chosen stays, and turns the colours', async () => {
    const page = await browser.newPage({ colorScheme: 'light' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    await page.goto(`${server.origin}/sign-in`);
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.getByRole('link', { name: 'Dark' }).click();
    await page.goto(`${server.origin}/`);
    expect(await ground()).toBe('rgb(13, 17, 23)');
    await page.emulateMedia({ media: 'print' });
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.close();
  });
});
