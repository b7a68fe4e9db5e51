import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wrapMarked } from '../../src/core/markers/marker.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { type EmbeddedGitHub, startGitHub } from '../../src/rehearsal/github/start-github.ts';
import { type BuiltAction, builtAction } from '../support/built-action.ts';
import { runAction } from '../support/run-action.ts';
import { covered, smallConfig } from '../support/stage.ts';

const reading = { metadata: 'read', contents: 'read', actions: 'read', checks: 'read', issues: 'read', pull_requests: 'read' } as const;
const posting = { ...reading, checks: 'write' } as const;
const config = `${smallConfig}seed: { owners: ["github-actions[bot]"] }\n`;
const path = '.github/workflows/ci.yml';

let built: BuiltAction;
let github: EmbeddedGitHub;
let repository: Repository;

beforeAll(async () => {
  built = await builtAction();
});
afterAll(() => built.remove());

beforeEach(async () => {
  github = await startGitHub({ now: '2027-01-12T18:00:00Z' });
  github.people.addOrganisation('acme', { owners: ['ana'], members: ['luis'] });
  github.people.addUser('eva');
  repository = github.people.createRepository({ owner: 'acme', name: 'shop', as: 'ana', files: { 'README.md': '# Shop\n', '.github/sprintgate.yml': config } });
  github.people.grantRole({ repository, login: 'luis', role: 'write' });
});

afterEach(async () => {
  await github.close();
  github.assertClean();
});

function openPull(branch: string, base?: string) {
  github.people.commit({ repository, as: 'luis', branch, files: { [`src/${branch.replace('/', '-')}.ts`]: 'export const a = 1;\nexport const b = 2;\n' } });
  return github.people.openPull({ repository, as: 'luis', head: branch, title: `Work on ${branch}`, ...(base ? { base } : {}) });
}

interface Step {
  readonly mode?: string;
  readonly event: string;
  readonly payload?: object;
  readonly permissions?: object;
  readonly with?: Record<string, string>;
  readonly workspace?: string;
  readonly env?: Record<string, string>;
}

function step({ mode = 'gate', event, payload = {}, permissions = posting, ...more }: Step) {
  const token = github.actionsToken(repository, { ...permissions });
  return runAction({
    with: { mode, 'github-token': token, ...more.with },
    event: { name: event, payload: { repository: { id: repository.id, default_branch: 'main' }, ...payload } },
    apiUrl: github.url,
    entry: built.entry,
    env: { GITHUB_REPOSITORY_ID: String(repository.id), ...more.env },
    ...(more.workspace ? { workspace: more.workspace } : {}),
  });
}

function checks(headSha: string) {
  const runs = [...repository.checkRuns.values()].filter((run) => run.headSha === headSha && run.name.startsWith('sprintgate/'));
  return Object.fromEntries(runs.map((run) => [run.name, `${run.status} ${run.conclusion}`]));
}

const runOf = (headSha: string) => ({ workflow_run: { head_sha: headSha, pull_requests: [] } });

describe('mode: gate, of the default branch, with checks: write', () => {
  it('posts a check for each gate on the head commit, all of them completed', async () => {
    const pull = openPull('work');
    const run = await step({ event: 'workflow_run', payload: runOf(pull.pull.headSha) });
    expect(run).toMatchObject({ code: 1, stderr: '', outputs: { checks: 'posted', advisory: 'false', pull: String(pull.number) } });
    const posted = checks(pull.pull.headSha);
    expect(Object.keys(posted).sort()).toEqual(['sprintgate/checkpoint', 'sprintgate/coverage', 'sprintgate/policy', 'sprintgate/readiness']);
    for (const state of Object.values(posted)) expect(state).toMatch(/^completed (success|failure|action_required)$/);
    expect(posted['sprintgate/policy']).toBe('completed success');
  });

  it('writes nothing again while nothing changed, and updates the same checks when something did', async () => {
    const pull = openPull('work');
    const payload = runOf(pull.pull.headSha);
    await step({ event: 'workflow_run', payload });
    const ids = () => [...repository.checkRuns.values()].filter((run) => run.name.startsWith('sprintgate/')).map(({ id }) => id);
    const first = ids();
    const mark = github.requests.mark();
    await step({ event: 'workflow_run', payload });
    expect(github.requests.since(mark).writes).toBe(0);
    github.people.runWorkflow({
      repository,
      as: 'luis',
      path,
      pull: pull.number,
      artifacts: [{ name: 'sprintgate-api', files: { 'lcov.info': covered('src/work.ts') } }],
    });
    await step({ event: 'workflow_run', payload });
    expect(ids()).toEqual(first);
    expect(checks(pull.pull.headSha)['sprintgate/coverage']).toBe('completed success');
  });

  it('completes what waits as action_required, and says until when', async () => {
    const pull = openPull('work');
    github.people.runWorkflow({ repository, as: 'luis', path, pull: pull.number, conclusion: null });
    await step({ event: 'workflow_run', payload: runOf(pull.pull.headSha) });
    const run = [...repository.checkRuns.values()].find(({ name }) => name === 'sprintgate/coverage');
    expect([run?.status, run?.conclusion]).toEqual(['completed', 'action_required']);
    expect(run?.output.summary).toMatch(/⏳ .*2027-01-12/);
  });

  it('judges all open pull requests against gated branches on a schedule, and no others', async () => {
    const [one, two] = [openPull('one'), openPull('two')];
    github.people.createBranch({ repository, as: 'ana', branch: 'lax' });
    const outside = openPull('three', 'lax');
    const run = await step({ event: 'schedule' });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(Object.keys(checks(one.pull.headSha))).toHaveLength(4);
    expect(Object.keys(checks(two.pull.headSha))).toHaveLength(4);
    expect(checks(outside.pull.headSha)).toEqual({});
  });

  it('judges all open ones for a comment on an issue, which may be a sign-off, and says when there are none', async () => {
    expect(await step({ event: 'issue_comment', payload: { issue: { number: 1 } } })).toMatchObject({
      code: 0,
      log: expect.stringContaining('There is no open pull request to judge'),
    });
    const pull = openPull('one');
    await step({ event: 'issue_comment', payload: { issue: { number: 99 } } });
    expect(Object.keys(checks(pull.pull.headSha))).toHaveLength(4);
  });

  it('judges again on a schedule what has expired meanwhile', async () => {
    const pull = openPull('work');
    // The step goes by the machine's clock, so the wait begins half an hour before, and is made shorter than that.
    github.now = new Date(Date.now() - 30 * 60_000).toISOString();
    github.people.runWorkflow({ repository, as: 'luis', path, pull: pull.number, conclusion: null });
    await step({ event: 'workflow_run', payload: runOf(pull.pull.headSha) });
    const title = () => [...repository.checkRuns.values()].find(({ name }) => name === 'sprintgate/coverage')?.output.title;
    expect(title()).toMatch(/^Waiting/);
    github.people.commit({ repository, as: 'ana', files: { '.github/sprintgate.yml': `${config}coverage: { deadline: 10m }\n` } });
    await step({ event: 'schedule' });
    expect(title()).not.toMatch(/^Waiting/);
  });

  it('has nothing to judge after a run of the default branch itself', async () => {
    expect(await step({ event: 'workflow_run', payload: runOf('a'.repeat(40)) })).toMatchObject({
      code: 0,
      log: expect.stringContaining('no open pull request'),
    });
  });
});

describe('mode: gate, where it may not post', () => {
  it('has the step’s own result alone without checks: write, and names the permission', async () => {
    const pull = openPull('work');
    const run = await step({ event: 'workflow_run', payload: runOf(pull.pull.headSha), permissions: reading });
    expect(run).toMatchObject({ code: 1, outputs: { checks: 'refused' } });
    expect(run.log).toContain('the token lacks `checks: write`');
    expect(run.summary).toContain('> No checks were posted: the token lacks `checks: write`');
    expect(checks(pull.pull.headSha)).toEqual({});
    expect(await step({ event: 'schedule', permissions: reading })).toMatchObject({ code: 1 });
  });

  it('is advisory in a workflow of the pull request itself, and posts nothing although it could', async () => {
    const pull = openPull('work');
    const head = { sha: pull.pull.headSha, repo: { id: repository.id } };
    const run = await step({ event: 'pull_request', payload: { pull_request: { number: pull.number, base: { sha: 'a'.repeat(40) }, head } } });
    expect(run).toMatchObject({ code: 1, outputs: { advisory: 'true', checks: 'advisory' } });
    expect(run.summary).toContain('> Advisory: whoever opened the pull request can edit the workflow');
    expect(checks(pull.pull.headSha)).toEqual({});
  });

  it('is advisory when it is started by hand for a branch other than the default one', async () => {
    const pull = openPull('work');
    const by = (ref: string) => step({ event: 'workflow_dispatch', with: { pull: String(pull.number) }, env: { GITHUB_REF: ref } });
    expect((await by('refs/heads/work')).outputs).toMatchObject({ advisory: 'true', checks: 'advisory' });
    expect((await by('refs/heads/main')).outputs).toMatchObject({ advisory: 'false', checks: 'posted' });
  });

  it('leaves it to the app where the app’s checks are on the commit, and says so', async () => {
    const pull = openPull('work');
    github.people.reportCheck({ repository, appId: github.app.id, name: 'sprintgate/coverage', headSha: pull.pull.headSha, conclusion: 'failure' });
    const run = await step({ event: 'workflow_run', payload: runOf(pull.pull.headSha) });
    expect(run).toMatchObject({ code: 0, outputs: { checks: 'app' }, log: expect.stringContaining('The Sprintgate app is installed') });
    expect(checks(pull.pull.headSha)).toEqual({ 'sprintgate/coverage': 'completed failure' });
    const asked = await step({ event: 'workflow_dispatch', with: { pull: String(pull.number) }, env: { GITHUB_REF: 'refs/heads/main' } });
    expect(asked.outputs['verdicts']).toContain('"gate":"coverage"');
    expect(Object.keys(checks(pull.pull.headSha))).toEqual(['sprintgate/coverage']);
  });

  it('never takes another app’s check of the same name for its own', async () => {
    const pull = openPull('work');
    const linter = github.addApp({ slug: 'linter' });
    github.people.reportCheck({ repository, appId: linter.id, name: 'sprintgate/policy', headSha: pull.pull.headSha, conclusion: 'failure' });
    await step({ event: 'workflow_run', payload: runOf(pull.pull.headSha) });
    const named = [...repository.checkRuns.values()].filter(({ name }) => name === 'sprintgate/policy');
    expect(named.map(({ conclusion }) => conclusion)).toEqual(['failure', 'success']);
  });
});

describe('on a fork’s pull request', () => {
  it.each(['gate', 'report', 'seed'])('mode: %s only collects, and says so', async (mode) => {
    const fork = github.people.fork({ repository, as: 'eva' });
    github.people.commit({ repository: fork, as: 'eva', branch: 'mine', from: 'main', files: { 'src/mine.ts': '1\n2\n' } });
    const pull = github.people.openPull({ repository, as: 'eva', head: 'mine', headRepository: fork });
    const { run: own } = github.people.runWorkflow({ repository, as: 'eva', path, pull: pull.number, jobs: ['test'], conclusion: null });
    const workspace = mkdtempSync(join(tmpdir(), 'sprintgate-workspace-'));
    try {
      const payload = { pull_request: { number: pull.number, base: { sha: 'f'.repeat(40) }, head: { sha: pull.pull.headSha, repo: { id: fork.id } } } };
      const fields = { mode, event: 'pull_request', payload, workspace, permissions: reading, env: github.jobEnvironment({ repository, run: own }) };
      // Nothing was judged and nothing brought: that must not be green.
      expect(await step(fields)).toMatchObject({ code: 1, log: expect.stringContaining('token may only read: this step collects') });
      mkdirSync(join(workspace, 'coverage'));
      writeFileSync(join(workspace, 'coverage/lcov.info'), covered('src/mine.ts'));
      const collected = await step(fields);
      expect(collected).toMatchObject({ code: 0, outputs: { reports: '1' } });
      expect(collected.outputs['verdicts']).toBeUndefined();
      expect(checks(pull.pull.headSha)).toEqual({});
    } finally {
      rmSync(workspace, { recursive: true, force: true });
    }
  });
});

describe('mode: report', () => {
  const reports = () => [...repository.comments.values()].filter(({ body }) => body.includes('id=readiness-report'));
  const writing = { ...reading, pull_requests: 'write', issues: 'write' };

  it('writes one comment on a release pull request, leaves it while it says the same, and edits it when it does not', async () => {
    const pull = openPull('release/1.0');
    const fields = { mode: 'report', event: 'workflow_run', payload: runOf(pull.pull.headSha), permissions: writing };
    expect(await step(fields)).toMatchObject({ code: 0, stderr: '', outputs: { comment: 'written' } });
    expect(reports()).toHaveLength(1);
    expect(await step(fields)).toMatchObject({ outputs: { comment: 'unchanged' } });
    const said = reports()[0]?.body;
    github.people.runWorkflow({
      repository,
      as: 'luis',
      path,
      pull: pull.number,
      artifacts: [{ name: 'sprintgate-api', files: { 'lcov.info': covered('src/release-1.0.ts') } }],
    });
    expect(await step(fields)).toMatchObject({ outputs: { comment: 'written' } });
    expect(reports()).toHaveLength(1);
    expect(reports()[0]?.body).not.toBe(said);
  });

  it('says that there is nothing to report on a pull request that is no release', async () => {
    const pull = openPull('work');
    const run = await step({ mode: 'report', event: 'workflow_run', payload: runOf(pull.pull.headSha), permissions: writing });
    expect(run).toMatchObject({ code: 0, outputs: { comment: 'none' }, log: expect.stringContaining('is no release') });
    expect(reports()).toEqual([]);
  });

  it('is red without the permission, names it, and has the report in the summary all the same', async () => {
    const pull = openPull('release/1.0');
    const run = await step({ mode: 'report', event: 'workflow_run', payload: runOf(pull.pull.headSha), permissions: reading });
    expect(run).toMatchObject({ code: 1, outputs: { comment: 'refused' }, log: expect.stringContaining('the token lacks `pull-requests: write`') });
    expect(run.summary.length).toBeGreaterThan(500);
  });
});

describe('mode: seed', () => {
  const writing = { ...reading, issues: 'write' };

  it('shows with dry-run what it would write, and writes nothing', async () => {
    const run = await step({ mode: 'seed', event: 'workflow_dispatch', permissions: reading, with: { 'dry-run': 'true' } });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(Number(run.outputs['writes'])).toBeGreaterThan(50);
    expect(run.summary).toContain('create-issue');
    expect(repository.issues.size).toBe(0);
  });

  it('says when what the token seeds does not count', async () => {
    github.people.commit({ repository, as: 'ana', files: { '.github/sprintgate.yml': smallConfig } });
    const run = await step({ mode: 'seed', event: 'workflow_dispatch', permissions: reading, with: { 'dry-run': 'true' } });
    expect(run.log).toContain('what github-actions[bot] seeds does not count for the gates');
    expect(run.log).toContain('seed: { owners: ["github-actions[bot]"] }');
  });

  it('is red without issues: write, and names it', async () => {
    expect(await step({ mode: 'seed', event: 'workflow_dispatch', permissions: reading })).toMatchObject({
      code: 1,
      log: expect.stringContaining('issues: write'),
    });
    expect(repository.issues.size).toBe(0);
  });

  it('seeds as the bot of Actions, whose issues the gates then find, and a second time writes nothing', async () => {
    const fields = { mode: 'seed', event: 'workflow_dispatch', permissions: writing, with: { limits: 'false' } };
    const first = await step(fields);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(repository.issues.size).toBeGreaterThan(50);
    expect((await step(fields)).outputs['writes']).toBe('0');
    const pull = openPull('work');
    await step({ event: 'workflow_run', payload: runOf(pull.pull.headSha) });
    expect([...repository.checkRuns.values()].find(({ name }) => name === 'sprintgate/checkpoint')?.output.title).not.toContain('not seeded');
  }, 120_000);

  it('does not seed a second backlog beside the app’s', async () => {
    const app = github.people.installApp({ account: 'acme' });
    expect(app.id).toBeGreaterThan(0);
    const bot = new Octokit({
      baseUrl: github.apiUrl,
      authStrategy: createAppAuth,
      auth: { appId: github.app.id, privateKey: github.app.privateKeyPem, installationId: app.id },
    });
    await bot.rest.issues.create({ owner: 'acme', repo: 'shop', title: 'Sprint 0', body: wrapMarked('.', 's00', 'Work') });
    const run = await step({ mode: 'seed', event: 'workflow_dispatch', permissions: writing });
    expect(run).toMatchObject({ code: 1, log: expect.stringContaining('has seeded this repository; seeding here as well would make everything twice') });
    expect(repository.issues.size).toBe(1);
  });
});
