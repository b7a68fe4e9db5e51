// `npm run pictures`: runs the Action's collecting step on a small product, and takes a picture of its summary as GitHub draws it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Locale } from '../src/core/playbook/text-schema.ts';
import { renderMarkdown } from '../src/web/markdown/render-markdown.ts';
import { startBrowser } from '../test/support/browser.ts';
import { runAction } from '../test/support/run-action.ts';

const require = createRequire(import.meta.url);
const folder = resolve(import.meta.dirname, '../docs/images');
const who = { GIT_AUTHOR_NAME: 'luis', GIT_AUTHOR_EMAIL: 'luis@example.org', GIT_COMMITTER_NAME: 'luis', GIT_COMMITTER_EMAIL: 'luis@example.org' };

const config = (locale: Locale) =>
  `playbook: construir@1\nlocale: ${locale}\ntier: 2\nproduct: ml\nschedule: { start: 2027-01-11 }\ncomponents:\n  api: { kind: api, paths: ["src/api/**"] }\n  web: { kind: web, paths: ["src/web/**"] }\n  model: { kind: ml-model, paths: ["src/model/**"] }\n`;

/** A tracefile in which every `gap`-th line was not run. */
function tracefile(files: Readonly<Record<string, readonly [lines: number, gap: number]>>): string {
  const record = ([path, [lines, gap]]: [string, readonly [number, number]]) => {
    const hits = Array.from({ length: lines }, (_, index) => `DA:${index + 1},${(index + 1) % gap === 0 ? 0 : 1}`);
    return ['TN:', `SF:${path}`, ...hits, 'end_of_record', ''].join('\n');
  };
  return Object.entries(files).map(record).join('');
}

const sources = { 'src/api/pay.ts': [120, 9], 'src/api/cart.ts': [80, 20], 'src/web/page.ts': [200, 5], 'src/model/score.py': [90, 30] } as const;
const result = (id: string, line: number, text: string) => ({
  ruleId: id,
  level: id === 'sql-injection' ? 'error' : 'warning',
  message: { text },
  locations: [{ physicalLocation: { artifactLocation: { uri: 'src/api/pay.ts' }, region: { startLine: line } } }],
});

const reports = {
  'coverage/lcov.info': tracefile(sources),
  'junit.xml': `<testsuite name="shop">${Array.from({ length: 41 }, (_, index) => `<testcase classname="cart" name="case ${index}"/>`).join('')}<testcase classname="pay" name="charges once" file="src/api/pay.ts" line="18"><failure message="expected 1 charge, got 2"/></testcase><testcase classname="pay" name="refunds"><skipped/></testcase></testsuite>`,
  'lint.sarif': JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'lint' } },
        results: [
          result('sql-injection', 31, 'A query is made from input.'),
          result('weak-hash', 60, 'SHA-1 is not collision free.'),
          result('weak-hash', 75, 'SHA-1 is not collision free.'),
        ],
      },
    ],
  }),
};

function makeProduct(locale: Locale): string {
  const workspace = mkdtempSync(join(tmpdir(), 'sprintgate-summary-'));
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: workspace, env: { ...process.env, ...who, GIT_CONFIG_GLOBAL: '/dev/null' }, encoding: 'utf8' }).trim();
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), text);
    }
  };
  write({ '.github/sprintgate.yml': config(locale), ...Object.fromEntries(Object.keys(sources).map((path) => [path, 'one\n'])) });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'base');
  write({ 'src/api/pay.ts': Array.from({ length: 40 }, (_, index) => `line ${index}\n`).join('') });
  git('commit', '-qam', 'pay');
  write(reports);
  return workspace;
}

async function summaryOf(locale: Locale): Promise<string> {
  const workspace = makeProduct(locale);
  try {
    const base = execFileSync('git', ['rev-parse', 'HEAD~1'], { cwd: workspace, encoding: 'utf8' }).trim();
    const payload = { pull_request: { number: 7, base: { sha: base }, head: { sha: 'a'.repeat(40) } } };
    const run = await runAction({ with: { mode: 'collect', upload: 'false' }, event: { name: 'pull_request', payload }, workspace });
    if (run.code !== 0) throw new Error(`${run.log}\n${run.stderr}`);
    return run.summary.replace(/path: .*$/m, 'path: ${{ steps.evidence.outputs.folder }}');
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

const css = readFileSync(require.resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
const mermaid = readFileSync(require.resolve('@mermaid-js/tiny/dist/mermaid.tiny.js'), 'utf8');
const browser = await startBrowser();
for (const locale of ['es', 'en'] as const) {
  const page = await browser.newPage({ viewport: { width: 900, height: 1200 } });
  const body = renderMarkdown(await summaryOf(locale), { repository: '/acme/shop' });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${css} body { margin: 24px }</style><div class="markdown-body">${body}</div>`);
  await page.addScriptTag({ content: mermaid });
  await page.evaluate(`mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' }); mermaid.run({ querySelector: 'pre.mermaid' })`);
  await page.screenshot({ path: join(folder, `collected.${locale}.png`), fullPage: true });
  await page.close();
}
await browser.close();
