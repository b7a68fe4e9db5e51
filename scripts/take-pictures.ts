// `npm run pictures`: plays the sample product and takes the pictures of docs/images in a real browser.
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { policyOfText } from '../src/cli/policy-of-text.ts';
import { storySentence } from '../src/cli/story-sentences.ts';
import type { Locale } from '../src/core/playbook/text-schema.ts';
import { castOf } from '../src/rehearsal/story/cast.ts';
import { createPlay } from '../src/rehearsal/story/play.ts';
import { sampleMaterial } from '../src/rehearsal/story/sample-material.ts';
import { setStage, type Stage } from '../src/rehearsal/story/stage.ts';
import { tellStory } from '../src/rehearsal/story/tell-story.ts';
import type { Told } from '../src/rehearsal/story/told.ts';
import { startBrowser } from '../test/support/browser.ts';

interface Picture {
  readonly name: string;
  /** Scene after which it is taken. */
  readonly after: Told['scene'];
  readonly path: (told: Told) => string;
  readonly height: number;
  /** Begins at this element, and is as wide as it, instead of the whole page. */
  readonly from?: string;
}

const folder = resolve(import.meta.dirname, '../docs/images');
const home = '/aval-mx/aval';
const here = (told: Told): string => told.path ?? home;
const width = 1100;
/** Around an element that is pictured alone. */
const margin = 16;
const maxBytes = 200_000;

const pictures: readonly Picture[] = [
  { name: 'onboarding', after: 'configured', path: here, height: 900 },
  { name: 'blocked', after: 'weak', path: here, height: 620 },
  { name: 'coverage', after: 'weak', path: (told) => told.check?.path ?? home, height: 960 },
  { name: 'milestones', after: 'worked', path: () => `${home}/milestones`, height: 760 },
  { name: 'receipt', after: 'signed', path: here, height: 640, from: '#content article.box:nth-of-type(2)' },
  { name: 'overview', after: 'release', path: () => home, height: 780 },
];
/** Where the reader of either language should see their own. */
const inBoth: ReadonlySet<string> = new Set(['coverage']);

mkdirSync(folder, { recursive: true });
const browser = await startBrowser();
for (const locale of ['es', 'en'] as const) await takeAll(browser, locale);
await browser.close();

async function takeAll(with_: Browser, locale: Locale): Promise<void> {
  const database = mkdtempSync(join(tmpdir(), 'sprintgate-pictures-'));
  const material = await sampleMaterial(locale);
  const { policy } = await policyOfText('sprintgate.yml', material.config);
  if (!policy) throw new Error('the sample’s configuration has an error');
  const stage = await setStage({
    port: 3900,
    database,
    home: home.slice(1),
    locale,
    now: `${policy.schedule.start}T15:00:00Z`,
    onSeedProgress: () => undefined,
  });
  const play = createPlay({ stage, cast: castOf(stage.github, material.owner, policy), material, policy });
  for await (const told of tellStory(play)) {
    stage.story.push({ title: storySentence(told, locale), path: told.path, check: told.check });
    const due = pictures.filter(({ name, after }) => after === told.scene && (locale === 'es' || inBoth.has(name)));
    for (const picture of due) await take(with_, stage, { picture, told, locale });
  }
  stage.github.assertClean();
  await stage.close();
  rmSync(database, { recursive: true, force: true });
}

async function take(with_: Browser, stage: Stage, { picture, told, locale }: { picture: Picture; told: Told; locale: Locale }): Promise<void> {
  const page = await with_.newPage({ viewport: { width, height: picture.height } });
  await page.goto(stage.pagesUrl + picture.path(told), { waitUntil: 'load' });
  await page.waitForFunction(`document.querySelectorAll('pre.mermaid:not([data-processed])').length === 0`);
  const box = picture.from === undefined ? null : await page.locator(picture.from).first().boundingBox();
  const left = box ? Math.max(0, box.x - margin) : 0;
  const top = box ? Math.max(0, box.y - margin) : 0;
  const whole = Number(await page.evaluate('document.documentElement.scrollHeight'));
  const path = join(folder, `${picture.name}.${locale}.png`);
  await page.screenshot({
    path,
    fullPage: true,
    clip: { x: left, y: top, width: box ? box.width + 2 * margin : width, height: Math.min(picture.height, whole - top) },
  });
  await page.close();
  const { size } = statSync(path);
  console.log(`${picture.name}.${locale}.png ${Math.round(size / 1000)} kB`);
  if (size > maxBytes) throw new Error(`${path} has ${size} bytes; make it smaller than ${maxBytes}`);
}
