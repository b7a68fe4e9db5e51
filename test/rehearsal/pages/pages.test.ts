import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyOfText } from '../../../src/cli/policy-of-text.ts';
import { castOf } from '../../../src/rehearsal/story/cast.ts';
import { createPlay, type Play } from '../../../src/rehearsal/story/play.ts';
import { sampleMaterial } from '../../../src/rehearsal/story/sample-material.ts';
import { setStage, type Stage } from '../../../src/rehearsal/story/stage.ts';
import { tellStory } from '../../../src/rehearsal/story/tell-story.ts';
import type { Told } from '../../../src/rehearsal/story/told.ts';
import { startBrowser } from '../../support/browser.ts';
import { freePort } from '../story/rehearse.ts';

const data = mkdtempSync(join(tmpdir(), 'sprintgate-pages-'));
const home = '/aval-mx/aval';
let stage: Stage;
let play: Play;
let browser: Browser;
const story: Told[] = [];

beforeAll(async () => {
  const material = await sampleMaterial('es');
  const { policy } = await policyOfText('sprintgate.yml', material.config);
  if (!policy) throw new Error('the sample has a good configuration');
  [stage, browser] = await Promise.all([
    setStage({
      port: await freePort(),
      database: data,
      home: home.slice(1),
      locale: 'es',
      now: `${policy.schedule.start}T15:00:00Z`,
      onSeedProgress: () => undefined,
    }),
    startBrowser(),
  ]);
  play = createPlay({ stage, cast: castOf(stage.github, material.owner, policy), material, policy });
  for await (const told of tellStory(play)) {
    story.push(told);
    stage.story.push({ title: told.scene, path: told.path, check: told.check });
  }
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
  rmSync(data, { recursive: true, force: true });
});

/** Opens a page and returns it with everything that went wrong on it. */
async function open(path: string): Promise<{ page: Page; wrong: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('requestfailed', (request) => wrong.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(stage.pagesUrl) && !request.url().startsWith('data:')) wrong.push(`elsewhere: ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(stage.pagesUrl + path, { waitUntil: 'load' });
  // Diagrams are drawn after everything was loaded.
  await page.waitForFunction(`document.querySelectorAll('pre.mermaid:not([data-processed])').length === 0`);
  return { page, wrong };
}

function told(scene: Told['scene']): Told {
  const found = story.find((each) => each.scene === scene);
  if (!found) throw new Error(`the story has no scene ${scene}`);
  return found;
}
const pathOf = (scene: Told['scene']): string => told(scene).path ?? '';

const pages: readonly (readonly [name: string, path: () => string])[] = [
  ['overview', () => home],
  ['issues', () => `${home}/issues`],
  ['issues of a label', () => `${home}/issues?label=sprintgate%3Acheckpoint&state=all`],
  ['pull requests', () => `${home}/pulls?state=all`],
  ['milestones', () => `${home}/milestones`],
  ['milestone', () => `${home}/milestone/1`],
  ['onboarding issue', () => `${home}/issues/1`],
  ['signed checkpoint', () => pathOf('signed')],
  ['merged pull request', () => pathOf('weak')],
  ['release pull request', () => pathOf('release')],
  ['failed coverage check', () => told('weak').check?.path ?? ''],
  ['readiness check', () => told('release').check?.path ?? ''],
];

describe.each(pages)('the page of the %s', (_name, path) => {
  it('loads without an error, with one heading of the first rank and landmarks, and fits a phone', async () => {
    const { page, wrong } = await open(path());
    expect(wrong).toEqual([]);
    expect(await page.locator('main > h1').count()).toBe(1);
    expect([await page.locator('main').count(), await page.locator('nav[aria-label="Repository"]').count()]).toEqual([1, 1]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.close();
  });
});

describe('what people look for', () => {
  it('the readiness report has its chart drawn, its tables, its task lists and its folded parts', async () => {
    const { page } = await open(pathOf('release'));
    const report = page.locator('article.box', { has: page.locator('pre.mermaid') });
    await expect.poll(() => report.locator('pre.mermaid svg').count()).toBe(1);
    expect(await report.locator('pre.mermaid svg').innerHTML()).toContain('Criterios que obligan');
    expect(await report.locator('table').count()).toBeGreaterThanOrEqual(4);
    expect(await report.locator('li.task-list-item input[type=checkbox]:disabled').count()).toBeGreaterThan(30);
    expect(await report.locator('details').count()).toBeGreaterThan(5);
    await page.close();
  });

  it('the chart gives each kind its own colour', async () => {
    const { page } = await open(pathOf('release'));
    const slices = page.locator('pre.mermaid svg path.pieCircle');
    await expect.poll(() => slices.count()).toBeGreaterThan(1);
    const fills: string[] = await page.evaluate(`[...document.querySelectorAll('pre.mermaid svg path.pieCircle')].map((each) => getComputedStyle(each).fill)`);
    const legend: [string, string][] = await page.evaluate(
      `[...document.querySelectorAll('pre.mermaid svg .legend')].map((each) => [each.textContent.trim(), getComputedStyle(each.querySelector('rect')).fill])`,
    );
    const colorOf = (name: string): string => legend.find(([text]) => text.startsWith(name))?.[1] ?? '';
    expect([colorOf('Se cumplen'), colorOf('No se cumplen'), colorOf('No se pueden evaluar')]).toEqual([
      'rgb(26, 127, 55)',
      'rgb(207, 34, 46)',
      'rgb(110, 119, 129)',
    ]);
    expect(new Set(fills)).toEqual(new Set(legend.map(([, fill]) => fill)));
    await page.close();
  });

  it('a merged pull request still shows the check that failed on its first commit, and leads to its output', async () => {
    const { page } = await open(pathOf('weak'));
    const failed = page.locator('details.commit[open] .checks li', { has: page.locator('[aria-label="failure"]') });
    expect(await failed.count()).toBe(1);
    await failed.locator('a').click();
    await expect.poll(() => page.locator('main > h1').innerText()).toContain('sprintgate/coverage');
    expect(await page.locator('main').innerText()).toMatch(/83\.78 %.*an earlier commit|an earlier commit[\s\S]*83\.78 %/);
    await page.close();
  });

  it('milestones show when they are due and how much is done', async () => {
    const { page } = await open(`${home}/milestones`);
    expect(await page.locator('.row.milestone').count()).toBe(21);
    expect(await page.locator('.row.milestone').first().innerText()).toMatch(/Due by 2027-01-24[\s\S]*4\d% complete · 1\d open · 1\d closed/);
    expect(await page.locator('[role=progressbar]').first().getAttribute('aria-valuenow')).toMatch(/^4\d$/);
    await page.close();
  });

  it('issues are chosen by label and milestone with the form, and paged', async () => {
    const { page } = await open(`${home}/issues`);
    expect(await page.locator('.row').count()).toBe(25);
    await page.locator('nav.pages a', { hasText: '2' }).click();
    await page.waitForURL('**/issues?page=2');
    await page.locator('select[name=label]').selectOption('sprintgate:checkpoint');
    await page.locator('.filter button').click();
    await page.waitForURL('**/issues?label=sprintgate%3Acheckpoint**');
    expect(await page.locator('.row').count()).toBe(9);
    await page.locator('select[name=milestone]').selectOption({ index: 1 });
    await page.locator('.filter button').click();
    await expect.poll(() => page.locator('.row .title').allInnerTexts()).toEqual([expect.stringContaining('Architecture review')]);
    await page.close();
  });

  it('the overview tells the story with links and shows the README', async () => {
    const { page } = await open(home);
    expect(await page.locator('.story li').count()).toBe(story.length);
    expect(await page.locator('.story .verdict').count()).toBe(story.filter(({ check }) => check).length);
    expect(await page.locator('.markdown-body h1').innerText()).toBe('Aval');
    await page.close();
  });

  it('the keyboard reaches the content first, and focus is seen', async () => {
    const { page } = await open(home);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(
      `({ inMain: document.activeElement.closest('main') !== null, outline: getComputedStyle(document.activeElement).outlineStyle })`,
    );
    expect(focused).toEqual({ inMain: true, outline: 'solid' });
    await page.close();
  });

  it('what is not there says so and leads home', async () => {
    const page = await browser.newPage();
    const response = await page.goto(`${stage.pagesUrl}${home}/issues/99999`);
    expect(response?.status()).toBe(404);
    expect(await page.locator('a').getAttribute('href')).toBe(home);
    await page.close();
  });
});

describe('hostile words', () => {
  const attack = '<img src=x onerror="alert(1)"><script>alert(2)</script><svg onload=alert(3)>';
  const markdown = `${attack}\n\n[click](javascript:alert(4)) <a href="javascript:alert(5)">x</a> <iframe src="https://example.com"></iframe> <style>body{display:none}</style>\n\n\`\`\`mermaid\ngraph TD; A["<img src=x onerror=alert(6)>"] --> B; click A "javascript:alert(7)"\n\`\`\`\n\n\`\`\`mermaid\n</pre><script>alert(8)</script>\n\`\`\``;

  it('in a title, a body, a comment, a label and a check do nothing', async () => {
    const { people } = stage.github;
    const issue = people.openIssue({ repository: play.repository, as: play.cast.developer, title: `Hola ${attack}`, body: markdown });
    people.comment({ repository: play.repository, as: play.cast.developer, number: issue.number, body: markdown });
    people.label({ repository: play.repository, as: play.cast.lead, number: issue.number, names: ['"><script>alert(9)</script>'] });
    const [run] = play.repository.checkRuns.values();
    if (!run) throw new Error('no check ran');
    play.repository.checkRuns.set(1, {
      ...run,
      id: 1,
      name: `x ${attack}`,
      headSha: 'f'.repeat(40),
      output: { title: attack, summary: markdown, text: markdown },
    });
    for (const path of [
      `${home}/issues/${issue.number}`,
      `${home}/issues`,
      `${home}/runs/1`,
      `${home}/issues?label=${encodeURIComponent('"><script>alert(10)</script>')}`,
    ]) {
      const { page, wrong } = await open(path);
      expect(wrong.filter((each) => /dialog|elsewhere/.test(each))).toEqual([]);
      expect(
        await page.locator('main script, main iframe, main style:not(svg style), main [onerror], main [onload], main a[href^="javascript:"]').count(),
      ).toBe(0);
      expect(await page.locator('main').isVisible()).toBe(true);
      await page.close();
    }
  });
});
