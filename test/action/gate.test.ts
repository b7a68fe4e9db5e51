import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildAction } from '../../scripts/build-action.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { type EmbeddedGitHub, startGitHub } from '../../src/rehearsal/github/start-github.ts';
import { runAction } from '../support/run-action.ts';

const permissions = { metadata: 'read', contents: 'read', actions: 'read', checks: 'read', issues: 'read', pull_requests: 'read' } as const;
const config = `playbook: construir@1
locale: es
tier: 2
product: ml
schedule: { start: 2027-01-11 }
components:
  api: { kind: api, paths: ["src/**"] }
`;

let github: EmbeddedGitHub;
let repository: Repository;

beforeEach(async () => {
  github = await startGitHub();
  github.people.addOrganisation('acme', { owners: ['ana'], members: ['luis'] });
  repository = github.people.createRepository({ owner: 'acme', name: 'shop', files: { 'README.md': '# Shop\n' } });
  github.people.grantRole({ repository, login: 'luis', role: 'write' });
});

afterEach(async () => {
  await github.close();
  github.assertClean();
});

function openPull(text: string | null) {
  if (text !== null) github.people.commit({ repository, as: 'ana', files: { '.github/sprintgate.yml': text } });
  github.people.commit({ repository, as: 'luis', branch: 'feature', files: { 'src/app.ts': 'export const a = 1;\n' } });
  return github.people.openPull({ repository, as: 'luis', head: 'feature', title: '::error::a <b>bold</b> title @ana' });
}

function gate(event: { name: string; payload: object }, more: { with?: Record<string, string>; entry?: string; permissions?: object; runId?: number } = {}) {
  const token = github.actionsToken(repository, { ...(more.permissions ?? permissions) });
  return runAction({
    with: { mode: 'gate', 'github-token': token, ...more.with },
    event,
    apiUrl: github.url,
    ...(more.entry ? { entry: more.entry } : {}),
    ...(more.runId ? { runId: more.runId } : {}),
  });
}

describe('the gate of the Action', () => {
  it('is red with a verdict per gate, a summary and annotations; a workflow of the pull request itself is advisory', async () => {
    const pull = openPull(config);
    const run = await gate({ name: 'pull_request', payload: { pull_request: { number: pull.number, base: { sha: 'a'.repeat(40) } } } });
    expect(run).toMatchObject({ code: 1, stderr: '', outputs: { advisory: 'true', pull: String(pull.number) } });
    const verdicts = JSON.parse(run.outputs['verdicts'] ?? '') as { gate: string; verdict: string; children: unknown[] }[];
    expect(verdicts.map((verdict) => verdict.gate)).toEqual(['coverage', 'checkpoint', 'quality', 'readiness', 'policy']);
    expect(['failure', 'action_required']).toContain(run.outputs['conclusion']);
    expect(run.summary).toContain('> Orientativo: quien abrió el pull request');
    expect(run.summary).not.toContain('<b>');
    expect(run.summary).not.toMatch(/(?<!`)@ana/);
    expect(run.log).toMatch(/^::error title=Sprintgate · coverage::/m);
    expect(run.log).not.toMatch(/^::error::/m);
  });

  it('counts when the default branch’s workflow ran, and finds the pull request by the head of the run that ended', async () => {
    const pull = openPull(config);
    const run = await gate({ name: 'workflow_run', payload: { workflow_run: { head_sha: pull.pull.headSha, pull_requests: [] } } });
    expect(run.outputs).toMatchObject({ advisory: 'false', pull: String(pull.number) });
    expect(run.summary).not.toContain('Orientativo');
  });

  it('judges every pull request with the same head, and the worst decides', async () => {
    const lenient = openPull(config);
    github.people.commit({ repository, as: 'ana', branch: 'release', files: { 'NOTES.md': 'Notes\n' } });
    const strict = github.people.openPull({ repository, as: 'luis', head: 'feature', base: 'release', title: 'The same once more' });
    const run = await gate({ name: 'issue_comment', payload: { issue: { number: lenient.number, pull_request: {} } } });
    expect(run).toMatchObject({ code: 1, outputs: { pull: String(lenient.number) } });
    expect(run.summary).toContain(`Compuertas de #${lenient.number}`);
    expect(run.summary).toContain(`Compuertas de #${strict.number} The same once more`);
    expect(run.log).toMatch(new RegExp(`^::error title=Sprintgate · #${strict.number} · coverage::`, 'm'));
  });

  it('does not wait for the run that it is itself', async () => {
    const pull = openPull(config);
    const { run: own } = github.people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/ci.yml', pull: pull.number, conclusion: null });
    const event = { name: 'pull_request', payload: { pull_request: { number: pull.number, base: { sha: 'a'.repeat(40) } } } };
    const coverage = async (runId: number) => {
      const { outputs } = await gate(event, { runId });
      return (JSON.parse(outputs['verdicts'] ?? '') as { gate: string; verdict: string }[]).find((verdict) => verdict.gate === 'coverage')?.verdict;
    };
    expect(await coverage(own.id + 1)).toBe('pending');
    expect(await coverage(own.id)).toBe('cannot-evaluate');
  });

  it.each([
    ['there is no configuration', null, /No gate applies: there is no \.github\/sprintgate\.yml/],
    ['the configuration is broken', 'playbook: construir@1\ntier: 9\n', /::warning title=Sprintgate,file=\.github\/sprintgate\.yml,line=\d+,col=\d+::/],
  ])('is red when %s', async (_what, text, message) => {
    const pull = openPull(text);
    const run = await gate({ name: 'issue_comment', payload: { issue: { number: pull.number, pull_request: {} } } });
    expect(run).toMatchObject({ code: 1, outputs: { conclusion: 'action_required' } });
    expect(run.log).toMatch(message);
  });

  it('is red, and says why, when it cannot run at all', async () => {
    const event = { name: 'push', payload: {} };
    expect(await gate(event)).toMatchObject({
      code: 1,
      log: expect.stringContaining('the event push is about no open pull request; give its number as `pull`'),
    });
    expect(await gate(event, { with: { pull: 'twelve' } })).toMatchObject({ code: 1, log: expect.stringContaining('pull is "twelve"; write the number') });
    expect(await gate(event, { with: { pull: '99' } })).toMatchObject({ code: 1, log: expect.stringContaining('GitHub answered 404') });
    expect(await gate(event, { with: { 'github-token': '', pull: '1' } })).toMatchObject({ code: 1, log: expect.stringContaining('github-token is empty') });
    const pull = openPull(config);
    const missing = await gate(event, {
      with: { pull: String(pull.number) },
      permissions: { metadata: 'read', contents: 'read', pull_requests: 'read', issues: 'read' },
    });
    expect(missing).toMatchObject({ code: 1, log: expect.stringContaining('The job needs `permissions:` with contents, actions, checks') });
    expect(await gate(event, { with: { pull: String(pull.number), 'receipt-key': 'abc' } })).toMatchObject({
      code: 1,
      log: expect.stringContaining('"abc" is not a receipt key'),
    });
  });

  it('says the same when it is bundled into one file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sprintgate-bundle-'));
    try {
      mkdirSync(join(folder, 'action'));
      symlinkSync(join(import.meta.dirname, '../../templates'), join(folder, 'templates'));
      await buildAction(join(folder, 'action/dist'));
      const pull = openPull(config);
      const event = { name: 'issue_comment', payload: { issue: { number: pull.number, pull_request: {} } } };
      const built = await gate(event, { entry: join(folder, 'action/dist/index.js') });
      expect(built.stderr).toBe('');
      expect(built.outputs).toEqual((await gate(event)).outputs);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
