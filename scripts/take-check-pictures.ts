// `npm run pictures`: judges a small product, and takes a picture of each gate's check as GitHub draws it, in both languages.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { evaluate } from '../src/core/gates/evaluate.ts';
import type { Locale } from '../src/core/playbook/text-schema.ts';
import { renderCheckOutput } from '../src/core/report/check-output.ts';
import { escapeHtml } from '../src/core/report/markdown.ts';
import type { PullSnapshot } from '../src/core/snapshot/pull-snapshot.ts';
import { renderMarkdown } from '../src/web/markdown/render-markdown.ts';
import { trace } from '../test/core/gates/coverage/coverage-sample.ts';
import { authorities, decision, inForce, policyOf } from '../test/core/people/people-fixtures.ts';
import { world } from '../test/core/rules/rule-world.ts';
import { startBrowser } from '../test/support/browser.ts';

const require = createRequire(import.meta.url);
const folder = resolve(import.meta.dirname, '../docs/images/checks');
const maxBytes = 150_000;
const height = 720;
const width = 860;

const config = `${authorities}components:
  api: { kind: api, paths: ["src/api/**"] }
  web: { kind: frontend, paths: ["src/web/**"] }
release: { branches: [main], heads: ["release/**"], labels: [release] }
`;
const reasons: Readonly<Record<Locale, string>> = { es: 'esperar la opinión jurídica', en: 'wait for the legal opinion' };

/** A release in Sprint 4 whose reviews are unsigned, with too little coverage, and held. */
function snapshotOf(locale: Locale): PullSnapshot {
  const reports = [trace(['src/api/a.ts', 72, 90], ['src/web/w.ts', 81, 90])];
  const { snapshot } = world({ reports, pull: { head: { sha: 'a'.repeat(40), ref: 'release/1', repositoryId: 7 } } });
  const decisions = [decision('hold', 'pull/12', { reason: reasons[locale] })];
  return { ...snapshot, now: '2027-03-20T18:00:00Z', policy: inForce(policyOf(config, locale)), decisions };
}

const css = readFileSync(require.resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
const style = `${css} body { margin: 24px } h1.title { font: 600 24px -apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif; margin: 0 0 8px }`;

async function take(browser: Browser, locale: Locale): Promise<void> {
  const snapshot = snapshotOf(locale);
  const policy = snapshot.policy.kind === 'in-force' ? snapshot.policy.policy : null;
  for (const gate of evaluate(snapshot).gates) {
    const { title, summary, text } = renderCheckOutput({ gate, policy, snapshot, outside: [] });
    const body = renderMarkdown([summary, text ?? ''].join('\n\n'), { repository: '/acme/shop' });
    const page = await browser.newPage({ viewport: { width, height } });
    await page.setContent(
      `<!doctype html><meta charset="utf-8"><style>${style}</style><div class="markdown-body"><p><code>sprintgate/${gate.gate}</code></p><h1 class="title">${escapeHtml(title)}</h1>${body}</div>`,
    );
    const whole = Number(await page.evaluate('document.documentElement.scrollHeight'));
    const path = join(folder, `${gate.gate}.${locale}.png`);
    await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, whole) } });
    await page.close();
    const { size } = statSync(path);
    console.log(`checks/${gate.gate}.${locale}.png ${Math.round(size / 1000)} kB`);
    if (size > maxBytes) throw new Error(`${path} has ${size} bytes; make it smaller than ${maxBytes}`);
  }
}

mkdirSync(folder, { recursive: true });
const browser = await startBrowser();
for (const locale of ['es', 'en'] as const) await take(browser, locale);
await browser.close();
