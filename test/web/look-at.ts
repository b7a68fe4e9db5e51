import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Browser } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A phone and a desktop. */
export const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;

export interface Look {
  readonly screen: keyof typeof screens;
  readonly colours?: 'light' | 'dark';
  /** Whose session, as test-pages.ts has them; nobody's if left out. */
  readonly as?: string;
  readonly scripts?: boolean;
}

export interface Seen {
  /** Of the console, of scripts, and requests that failed or went elsewhere. */
  readonly errors: readonly string[];
  /** Of axe, all impacts: rule and elements. */
  readonly violations: readonly string[];
  /** All that came over the wire for the first look. */
  readonly bytes: number;
  /** Pixels by which the page is wider than its screen. */
  readonly overflow: number;
  readonly text: string;
}

/** Looks at a page in a real browser as one does: by size of screen, colours, and with scripts or without. */
export async function lookAt(browser: Browser, url: string, { screen, colours = 'light', as, scripts = true }: Look): Promise<Seen> {
  const context = await browser.newContext({ viewport: screens[screen], colorScheme: colours, javaScriptEnabled: scripts, locale: 'en-GB' });
  try {
    if (as !== undefined) await context.addCookies([{ name: 'sprintgate', value: as, url }]);
    const page = await context.newPage();
    const errors: string[] = [];
    const sizes: Promise<number>[] = [];
    page.on('console', (message) => void (['error', 'warning'].includes(message.type()) && errors.push(message.text())));
    page.on('pageerror', (error) => void errors.push(error.message));
    page.on('requestfailed', (request) => void errors.push(`${request.url()}: ${request.failure()?.errorText}`));
    page.on('response', (response) => {
      if (!response.url().startsWith(new URL(url).origin)) errors.push(`asked ${response.url()}`);
      sizes.push(
        response.body().then(
          ({ length }) => length,
          () => 0,
        ),
      );
    });
    await page.goto(url, { waitUntil: 'load' });
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    return {
      errors,
      violations: scripts ? await violationsOn(page) : [],
      bytes: (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
      overflow: Number(overflow),
      text: await page.innerText('body'),
    };
  } finally {
    await context.close();
  }
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function violationsOn(page: { evaluate(script: string): Promise<unknown> }): Promise<string[]> {
  // Not as a script of the page: its policy allows none but ours.
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run(document)')) as { violations: readonly Violation[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`);
}

/** Serves pages on a free port of this machine. */
export async function serveTest(make: (origin: string) => Hono): Promise<{ readonly origin: string; readonly close: () => void }> {
  let pages: Hono | null = null;
  return new Promise((resolve) => {
    const server = serve({ fetch: (request) => pages?.fetch(request) ?? new Response(null, { status: 503 }), port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      const origin = `http://127.0.0.1:${port}`;
      pages = make(origin);
      resolve({ origin, close: () => void server.close() });
    });
  });
}
