import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAction } from '../support/run-action.ts';

const lcov = 'TN:\nSF:src/api/app.ts\nDA:1,1\nDA:2,0\nLF:2\nLH:1\nend_of_record\n';
let workspace: string;
let temporary: string;

function git(...words: string[]): string {
  const env = {
    ...process.env,
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.org',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  return execFileSync('git', words, { cwd: workspace, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
}

function collect(inputs: Record<string, string>, payload: object = {}) {
  return runAction({
    with: { mode: 'collect', upload: 'false', ...inputs },
    event: { name: 'pull_request', payload },
    workspace,
    env: { RUNNER_TEMP: temporary },
  });
}

function evidenceIn(folder = ''): unknown {
  return JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8'));
}

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'sprintgate-workspace-'));
  temporary = mkdtempSync(join(tmpdir(), 'sprintgate-temporary-'));
});

afterEach(() => {
  for (const folder of [workspace, temporary]) rmSync(folder, { recursive: true, force: true });
});

describe('collecting', () => {
  it('puts the reports and the tested merge commit into one file, and says which step uploads it', async () => {
    write({ 'coverage/lcov.info': lcov, 'README.md': 'x' });
    git('init', '-q', '-b', 'main');
    git('add', 'README.md');
    git('commit', '-qm', 'base');
    const base = git('rev-parse', 'HEAD');
    git('checkout', '-qb', 'feature');
    git('commit', '-qm', 'change', '--allow-empty');
    git('checkout', '-q', 'main');
    git('merge', '-q', '--no-ff', '-m', 'merge', 'feature');
    const run = await collect(
      { evidence: 'coverage/*.info', 'upload-name': 'sprintgate-unit' },
      { pull_request: { number: 3, base: { sha: 'f'.repeat(40) }, head: { sha: 'e'.repeat(40) } } },
    );
    expect(run).toMatchObject({ code: 0, stderr: '', outputs: { 'upload-name': 'sprintgate-unit' } });
    const folder = run.outputs['folder'] ?? '';
    expect(readdirSync(folder)).toEqual(['evidence.json']);
    expect(evidenceIn(folder)).toMatchObject({
      sprintgate: 2,
      tool: { name: 'sprintgate-action' },
      repository: { name: 'acme/shop' },
      run: { id: 1, attempt: 1 },
      checkout: { testedSha: git('rev-parse', 'HEAD'), testedTree: git('rev-parse', 'HEAD^{tree}'), baseSha: base, headSha: 'e'.repeat(40) },
      job: 'gate',
      uploadName: 'sprintgate-unit',
      files: [{ path: 'coverage/lcov.info', sha256: createHash('sha256').update(lcov).digest('hex'), bytes: lcov.length }],
      reports: [{ file: 'coverage/lcov.info', format: 'lcov', outcome: 'ok' }],
    });
    expect(run.summary).toContain(`actions/upload-artifact@v4\n  with:\n    name: sprintgate-unit\n    path: ${folder}\n`);
  });

  it('works without git, and speaks the configuration’s language', async () => {
    write({
      'a.info': lcov,
      '.github/sprintgate.yml':
        'playbook: construir@1\nlocale: es\ntier: 2\nproduct: ml\nschedule: { start: 2027-01-11 }\ncomponents:\n  api: { kind: api, paths: ["src/**"], uploads: [sprintgate-evidence] }\n',
    });
    const run = await collect({ evidence: 'a.info' });
    expect(run.code).toBe(0);
    expect(run.log).not.toContain('::warning');
    expect(run.summary).toContain('1 reporte reunido');
    expect(evidenceIn(run.outputs['folder'])).toMatchObject({ checkout: { testedSha: null, baseSha: null } });
    expect((await collect({ evidence: 'a.info', 'upload-name': 'other' })).log).toContain(
      '::warning title=Sprintgate::upload-name other does not begin with sprintgate',
    );
    expect((await collect({ evidence: 'a.info', 'upload-name': 'sprintgate-x' })).log).toContain(
      'no component expects an upload named sprintgate-x; expected are sprintgate-evidence.',
    );
  });

  it('knows an upload by the short name that a component gives it, as the gates do', async () => {
    write({
      'a.info': lcov,
      '.github/sprintgate.yml':
        'playbook: construir@1\nlocale: en\ntier: 2\nproduct: ml\nschedule: { start: 2027-01-11 }\ncomponents:\n  api: { kind: api, paths: ["src/**"], uploads: [api] }\n',
    });
    expect((await collect({ evidence: 'a.info', 'upload-name': 'sprintgate-api' })).log).not.toContain('::warning');
    expect((await collect({ evidence: 'a.info', 'upload-name': 'sprintgate-web' })).log).toContain(
      'no component expects an upload named sprintgate-web; expected are sprintgate-api.',
    );
  });

  it('is red for a report that cannot be read, and still collects it: the gate shows why', async () => {
    write({ 'good.info': lcov, 'bad.xml': '<coverage' });
    const run = await collect({ evidence: 'good.info\nbad.xml' });
    expect(run.code).toBe(1);
    expect(run.log).toMatch(/^::error title=Sprintgate · bad\.xml,file=bad\.xml/m);
    expect(evidenceIn(run.outputs['folder'])).toMatchObject({
      reports: [
        { file: 'bad.xml', outcome: 'reject' },
        { file: 'good.info', outcome: 'ok' },
      ],
    });
  });

  it.each([
    ['no globs and nothing at the usual places', {}, 'no report was found in the workspace; did the tools run before this step?'],
    ['a glob that matches nothing', { evidence: 'coverage/**/*.info' }, 'nothing matches coverage/**/*.info in the workspace'],
    ['a glob that leaves the workspace', { evidence: '../*' }, 'leaves the workspace'],
    ['a switch that is no switch', { evidence: '*.json', upload: 'maybe' }, 'upload is "maybe"; write true or false.'],
    ['a label that is a sentence', { evidence: '*.json', 'test-type': 'unit tests' }, 'test-type is "unit tests"; write one id'],
    ['days that are no days', { evidence: '*.json', 'retention-days': 'forever' }, 'retention-days is "forever"; write a number'],
    ['a name that is a path', { evidence: '*.json', 'upload-name': '../../x' }, 'upload-name is "../../x"; write letters'],
    ['an unknown mode', { mode: 'upload' }, 'mode is "upload"; write collect, gate, report or seed.'],
  ])('is red for %s, with the reason in one line', async (_what, inputs, message) => {
    write({ 'package.json': '{}' });
    const run = await collect(inputs);
    expect(run.code).toBe(1);
    expect(run.log).toMatch(/^Sprintgate\n::error title=Sprintgate could not run::.*\n$/);
    expect(run.log).toContain(message);
  });
});
