import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAction } from '../support/run-action.ts';

const config = (locale: string) =>
  `playbook: construir@1\nlocale: ${locale}\ntier: 2\nproduct: ml\nschedule: { start: 2027-01-11 }\ncomponents:\n  api: { kind: api, paths: ["src/api/**"] }\n  web: { kind: web, paths: ["src/web/**"] }\n`;
const lcov = (files: Record<string, readonly number[]>) =>
  Object.entries(files)
    .map(([path, hits]) => `TN:\nSF:${path}\n${hits.map((count, index) => `DA:${index + 1},${count}\n`).join('')}end_of_record\n`)
    .join('');
const junit = `<testsuites><testsuite name="shop"><testcase classname="shop.cart" name="adds"/><testcase classname="shop.cart" name="pays ::warning::me" file="src/api/pay.ts" line="7"><failure message="expected 3, got @ana">at pay</failure></testcase></testsuite></testsuites>`;
const sarif = JSON.stringify({
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'lint', rules: [{ id: 'sql', defaultConfiguration: { level: 'error' } }] } },
      results: [
        {
          ruleId: 'sql',
          message: { text: 'query from input' },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'src/api/pay.ts' }, region: { startLine: 3 } } }],
        },
      ],
    },
  ],
});

let workspace: string;
let temporary: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'sprintgate-workspace-'));
  temporary = mkdtempSync(join(tmpdir(), 'sprintgate-temporary-'));
});
afterEach(() => {
  for (const folder of [workspace, temporary]) rmSync(folder, { recursive: true, force: true });
});

function git(...words: string[]): string {
  const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.org' };
  return execFileSync('git', words, { cwd: workspace, env: { ...process.env, ...who, GIT_CONFIG_GLOBAL: '/dev/null' }, encoding: 'utf8' }).trim();
}

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
}

/** A base with two files, and a change of one of them. */
function repository(locale = 'en'): { base: string } {
  write({ '.github/sprintgate.yml': config(locale), 'src/api/pay.ts': 'a\n', 'src/web/page.ts': 'a\nb\n' });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'base');
  const base = git('rev-parse', 'HEAD');
  write({ 'src/api/pay.ts': 'a\nb\nc\nd\ne\n' });
  git('commit', '-qam', 'change');
  return { base };
}

function collect(inputs: Record<string, string> = {}, more: { base?: string; head?: object; env?: Record<string, string> } = {}) {
  const payload = { pull_request: { number: 3, base: { sha: more.base ?? 'f'.repeat(40) }, head: { sha: 'e'.repeat(40), ...more.head } } };
  return runAction({
    with: { mode: 'collect', upload: 'false', ...inputs },
    event: { name: 'pull_request', payload },
    workspace,
    env: { RUNNER_TEMP: temporary, GITHUB_REPOSITORY_ID: '7', ...more.env },
  });
}

function files(folder = ''): string[] {
  return (JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8')) as { files: { path: string }[] }).files.map(({ path }) => path);
}

describe('the summary of what was collected', () => {
  it('tells coverage by component, and the changed lines that no test runs', async () => {
    const { base } = repository();
    write({ 'coverage/lcov.info': lcov({ 'api/pay.ts': [1, 0, 0, 1, 0], 'src/web/page.ts': [1, 1] }) });
    const run = await collect({}, { base });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.summary).toContain('| `api` | 1 | lines | 2 / 5 | 40 % |');
    expect(run.summary).toContain('| `web` | 1 | lines | 2 / 2 | 100 % |');
    expect(run.summary).toContain('x-axis ["api", "web"]');
    expect(run.summary).toContain('bar [40, 100]');
    expect(run.summary).toContain('| `src/api/pay.ts` | 3 | 40 % |');
    expect(run.summary).toContain('- `src/api/pay.ts`: No test runs 2 of the lines 2 to 3.');
    expect(run.log).toContain('::notice title=Sprintgate · Coverage,file=src/api/pay.ts,line=2,endLine=3::No test runs 2 of the lines 2 to 3.');
    expect(run.log).toContain('::notice title=Sprintgate · Coverage,file=src/api/pay.ts,line=5,endLine=5::No test runs line 5.');
  });

  it('goes by folders without a configuration, and says how to know the change', async () => {
    write({ 'lcov.info': lcov({ 'one/a.py': [1, 0], 'two/b.py': [1] }) });
    const run = await collect();
    expect(run.summary).toContain('| `one` | 1 | lines | 1 / 2 | 50 % |');
    expect(run.summary).toContain('fetch-depth: 2');
  });

  it('puts what failed first, on its lines, and lets nobody’s words become commands or mentions', async () => {
    const { base } = repository();
    write({ 'junit.xml': junit, 'lint.sarif': sarif });
    const run = await collect({}, { base });
    expect(run.code).toBe(0);
    expect(run.summary.indexOf('What failed')).toBeLessThan(run.summary.indexOf('| Report |'));
    expect(run.summary).not.toMatch(/(?<!`)@ana/);
    expect(run.log).toMatch(/^::error title=[^:]*pays %3A%3Awarning%3A%3Ame,file=src\/api\/pay\.ts,line=7::expected 3/m);
    expect(run.log).toContain('::error title=high · sarif,file=src/api/pay.ts,line=3::sql: query from input');
    expect(run.summary).toContain('- High: `sql` query from input (`src/api/pay.ts:3`)');
  });

  it('keeps to ten annotations of a kind, and has the rest in the summary', async () => {
    const cases = Array.from({ length: 25 }, (_, index) => `<testcase classname="c" name="t${index}"><failure message="no"/></testcase>`).join('');
    write({ 'junit.xml': `<testsuite name="s">${cases}</testsuite>` });
    const run = await collect();
    expect(run.log.match(/^::error /gm)).toHaveLength(10);
    expect(run.summary.match(/^- ❌ /gm)).toHaveLength(25);
  });

  it('speaks the configuration’s language, and says what cannot be counted on and what to do', async () => {
    repository('es');
    write({ 'bad.xml': '<coverage', 'lcov.info': lcov({ 'src/api/pay.ts': [1, 0] }) });
    const run = await collect({ evidence: 'bad.xml\nlcov.info' });
    expect(run.code).toBe(1);
    expect(run.summary).toContain('## 2 reportes reunidos');
    expect(run.summary).toContain('Lo que no se puede tomar en cuenta');
    expect(run.summary).toContain('Corrija el paso que los escribe');
    expect(run.summary).toContain('| `bad.xml` |');
    expect(run.outputs).toMatchObject({ reports: '2', ok: '1', rejected: '1' });
  });

  it('says of a fork’s pull request that it only collects', async () => {
    write({ 'lcov.info': lcov({ 'a.py': [1] }) });
    expect((await collect({}, { head: { repo: { id: 8 } } })).summary).toContain(
      'This pull request comes from a fork: its job may collect and upload, and nothing more.',
    );
    expect((await collect({}, { head: { repo: { id: 7 } } })).summary).toContain('Nobody vouches for this upload');
  });

  it('stays below GitHub’s limit, whatever the reports hold', async () => {
    const failure = `<failure message="${'x'.repeat(9_000)}"/>`;
    const suites = Array.from({ length: 300 }, (_, index) => [
      `junit-${index}.xml`,
      `<testsuite name="s"><testcase classname="c" name="${'n'.repeat(3_000)}">${failure}</testcase></testsuite>`,
    ]);
    write(Object.fromEntries(suites) as Record<string, string>);
    const run = await collect();
    expect(Buffer.byteLength(run.summary)).toBeLessThan(1_000_000);
    expect(run.summary).toContain('300 reports collected');
  });
});

describe('what is found without globs', () => {
  it('leaves out what is checked in, vendored or linked, and what is no report', async () => {
    write({ 'fixtures/junit.xml': junit });
    repository();
    write({ 'lcov.info': lcov({ 'src/api/pay.ts': [1] }), 'node_modules/x/lcov.info': 'x', 'vendor/junit.xml': junit, 'metrics.json': '{"name":"not known"}' });
    writeFileSync(join(temporary, 'junit.xml'), junit);
    symlinkSync(join(temporary, 'junit.xml'), join(workspace, 'linked-junit.xml'));
    symlinkSync(temporary, join(workspace, 'linked'));
    const run = await collect();
    expect(files(run.outputs['folder'])).toEqual(['lcov.info']);
    expect(run.summary).toContain('1 file that looks like a report is checked in, so not made by this job.');
    expect(run.summary).toContain('Of unknown format, and left out: `metrics.json`.');
  });

  it('is an error where globs are given: links, unknown formats and globs that match nothing', async () => {
    write({ 'metrics.json': '{"name":"not known"}' });
    writeFileSync(join(temporary, 'junit.xml'), junit);
    symlinkSync(join(temporary, 'junit.xml'), join(workspace, 'junit.xml'));
    symlinkSync(temporary, join(workspace, 'linked'));
    expect(await collect({ evidence: 'junit.xml' })).toMatchObject({ code: 1, log: expect.stringContaining('nothing matches junit.xml') });
    expect(await collect({ evidence: 'linked/*.xml' })).toMatchObject({ code: 1, log: expect.stringContaining('nothing matches linked/*.xml') });
    expect(await collect({ evidence: 'metrics.json' })).toMatchObject({ code: 1, outputs: { rejected: '1' } });
  });
});
