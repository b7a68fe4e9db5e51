import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../../support/browser.ts';
import { lookAt, serveTest } from '../look-at.ts';
import { testPages } from '../test-pages.ts';
import { samplePorts } from './sample-case.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveTest>>;

beforeAll(async () => {
  browser = await startBrowser();
  server = await serveTest((baseUrl) => testPages({ ...samplePorts(), baseUrl }));
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

const home = '/r/acme/scoring';
const pages = [
  ['the overview', home],
  ['the executive’s view', `${home}/executive`],
  ['the operator’s view', `${home}/operations`],
  ['the data scientist’s view', `${home}/model`],
  ['the compliance officer’s view', `${home}/compliance`],
  ['what binds', `${home}/playbook`],
  ['the playbook', '/playbook/construir@1'],
] as const;
/** Long lists of one form: a phone will do. */
const lists = [
  ['all criteria', `${home}/criteria`],
  ['the playbook’s criteria', '/playbook/construir@1?section=criteria&block=s09'],
] as const;
const ways = [
  { screen: 'phone', colours: 'dark', lang: 'es' },
  { screen: 'desktop', colours: 'light', lang: 'en' },
] as const;

describe('in a real browser', () => {
  test.each([...pages.flatMap(([name, path]) => ways.map((way) => ({ name, path, ...way }))), ...lists.map(([name, path]) => ({ name, path, ...ways[0] }))])(
    '$name on a $screen, $colours, in $lang, is small, whole and for everybody',
    async ({ path, screen, colours, lang }) => {
      const seen = await lookAt(browser, `${server.origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`, { screen, colours, as: 'ana' });
      expect(seen.errors).toEqual([]);
      expect(seen.violations).toEqual([]);
      expect(seen.overflow).toBe(0);
      expect(seen.bytes).toBeLessThan(150_000);
    },
  );

  test('the overview is the same without scripts', async () => {
    const look = { screen: 'phone', as: 'ana' } as const;
    const without = await lookAt(browser, `${server.origin}${home}?lang=en`, { ...look, scripts: false });
    expect(without.text).toContain('Not ready for:');
    expect(without.text).toBe((await lookAt(browser, `${server.origin}${home}?lang=en`, look)).text);
  });
});
