// Part of `npm run pictures`: plays the whole story and takes the pictures of the app's pages in a real browser.
// `node scripts/take-page-pictures.ts URL PULL` takes them of one that is being shown (`npm start -- --whole`): the app's address, the release's number.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { policyOfText } from '../src/cli/policy-of-text.ts';
import type { Locale } from '../src/core/playbook/text-schema.ts';
import { castOf } from '../src/rehearsal/story/cast.ts';
import { createPlay } from '../src/rehearsal/story/play.ts';
import { setStage } from '../src/rehearsal/story/stage.ts';
import { tellWholeStory } from '../src/rehearsal/story/whole/tell-whole-story.ts';
import { wholeMaterial } from '../src/rehearsal/story/whole/whole-material.ts';
import { startBrowser } from '../test/support/browser.ts';

interface Picture {
  readonly name: string;
  readonly locale: Locale;
  /** Below the repository's address; null for the portfolio. */
  readonly view: string | null;
  readonly height: number;
}

const folder = resolve(import.meta.dirname, '../docs/images/pages');
const width = 1100;
const maxBytes = 200_000;

function pictures(pull: number): readonly Picture[] {
  return [
    { name: 'portfolio', locale: 'en', view: null, height: 420 },
    { name: 'repository', locale: 'es', view: '', height: 1100 },
    { name: 'executive', locale: 'en', view: '/executive', height: 1100 },
    { name: 'model', locale: 'es', view: '/model', height: 1100 },
    { name: 'compliance', locale: 'en', view: '/compliance', height: 1100 },
    { name: 'pull', locale: 'es', view: `/pull/${pull}`, height: 1100 },
  ];
}

const [url, pull] = process.argv.slice(2);
const browser = await startBrowser();
if (url !== undefined) await takeAll(browser, url, Number(pull));
else await playAndTake(browser);
await browser.close();

async function playAndTake(with_: Browser): Promise<void> {
  const database = mkdtempSync(join(tmpdir(), 'sprintgate-pictures-'));
  const material = await wholeMaterial('es');
  const { policy } = await policyOfText('sprintgate.yml', material.config);
  if (!policy) throw new Error('the sample’s configuration has an error');
  const home = `${material.owner}/${material.name}`;
  const stage = await setStage({ port: 3901, database, home, locale: 'es', now: `${policy.schedule.start}T15:00:00Z`, onSeedProgress: () => undefined });
  let release = 0;
  for await (const told of tellWholeStory(createPlay({ stage, cast: castOf(stage.github, material.owner, policy), material, policy })))
    if (told.scene === 'release') release = Number(told.facts['number']);
  await takeAll(with_, stage.app.url, release);
  await stage.close();
  rmSync(database, { recursive: true, force: true });
}

async function takeAll(with_: Browser, appUrl: string, release: number): Promise<void> {
  for (const { name, locale, view, height } of pictures(release)) {
    const page = await with_.newPage({ viewport: { width, height }, colorScheme: 'light' });
    const answer = await page.goto(`${appUrl}${view === null ? '/' : `/r/aval-mx/aval${view}`}?lang=${locale}`, { waitUntil: 'load' });
    if (answer?.status() !== 200) throw new Error(`${name} answers ${answer?.status()}`);
    const whole = Number(await page.evaluate('document.documentElement.scrollHeight'));
    const path = join(folder, `${name}.${locale}.png`);
    await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, whole) } });
    await page.close();
    const { size } = statSync(path);
    console.log(`${name}.${locale}.png ${Math.round(size / 1000)} kB`);
    if (size > maxBytes) throw new Error(`${path} has ${size} bytes; make it smaller than ${maxBytes}`);
  }
}
