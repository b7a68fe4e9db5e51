import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildAction } from '../../scripts/build-action.ts';
import { newestBundles } from '../../src/core/evidence/bundle/bundle.ts';
import type { Policy } from '../../src/core/policy/policy.ts';
import { identityIssuer } from '../../src/github/artifacts/identity-issuer.ts';
import { readEvidence } from '../../src/github/artifacts/read-evidence.ts';
import { readRepository } from '../../src/github/snapshot/read-repository.ts';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { WorkflowRun } from '../../src/rehearsal/github/records/run.ts';
import { type Acme, startAcme } from '../rehearsal/github/acme.ts';
import { runAction } from '../support/run-action.ts';

const path = '.github/workflows/ci.yml';
const lcov = 'TN:\nSF:src/api/app.ts\nDA:1,1\nDA:2,0\nend_of_record\n';
const policy = { locale: 'en', evidence: { workflows: [], uploads: 'sprintgate', trusted: null, sourceRoots: [] } } as unknown as Policy;

let bundled: string;
let acme: Acme;
let workspace: string;
let temporary: string;
let pull: PullIssue;
let run: WorkflowRun;

beforeAll(async () => {
  bundled = mkdtempSync(join(tmpdir(), 'sprintgate-bundle-'));
  mkdirSync(join(bundled, 'action'));
  writeFileSync(join(bundled, 'action/package.json'), '{"type":"module"}');
  symlinkSync(join(import.meta.dirname, '../../templates'), join(bundled, 'templates'));
  await buildAction(join(bundled, 'action/dist'));
});
afterAll(() => rmSync(bundled, { recursive: true, force: true }));

beforeEach(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'sprintgate-workspace-'));
  temporary = mkdtempSync(join(tmpdir(), 'sprintgate-temporary-'));
  acme = await startAcme();
  acme.github.people.commit({ repository: acme.repository, as: 'luis', branch: 'work', files: { 'src/api/app.ts': '1\n2\n' } });
  pull = acme.github.people.openPull({ repository: acme.repository, as: 'luis', head: 'work' });
  run = acme.github.people.runWorkflow({ repository: acme.repository, as: 'luis', path, pull: pull.number, jobs: ['test'], conclusion: null }).run;
  write({ 'coverage/lcov.info': lcov });
});

afterEach(async () => {
  for (const folder of [workspace, temporary]) rmSync(folder, { recursive: true, force: true });
  await acme.github.close();
  acme.github.assertClean();
});

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), text);
  }
}

/** Runs the bundled Action as a step of the run's job. */
async function collect(inputs: Record<string, string> = {}, more: { permissions?: Record<string, 'write'>; env?: Record<string, string>; head?: object } = {}) {
  const { headSha } = pull.pull;
  return runAction({
    with: { mode: 'collect', 'upload-name': 'sprintgate-api', ...inputs },
    event: { name: 'pull_request', payload: { pull_request: { number: pull.number, base: { sha: 'f'.repeat(40) }, head: { sha: headSha, ...more.head } } } },
    workspace,
    entry: join(bundled, 'action/dist/index.js'),
    env: { ...acme.github.jobEnvironment({ repository: acme.repository, run, permissions: more.permissions ?? {} }), RUNNER_TEMP: temporary, ...more.env },
  });
}

async function evidence() {
  acme.github.people.finishWorkflow({ repository: acme.repository, as: 'luis', run });
  const repository = await readRepository(acme.bot, acme.at);
  return readEvidence(acme.bot, { repository, headSha: pull.pull.headSha, policy, issuer: identityIssuer(acme.github.url) });
}

describe('collecting, uploaded and read by the app', () => {
  it('brings the reports of a job to the gates, with what they were made on', async () => {
    const step = await collect({ 'test-type': 'unit', component: 'api' });
    expect(step).toMatchObject({ code: 0, stderr: '', outputs: { reports: '1', ok: '1', rejected: '0', 'upload-name': 'sprintgate-api' } });
    const { data } = await acme.bot.rest.actions.listWorkflowRunArtifacts({ ...acme.at, run_id: run.id });
    expect(data.artifacts).toMatchObject([{ name: 'sprintgate-api', id: Number(step.outputs['artifact-id']), digest: step.outputs['digest'] }]);
    const { bundles, refused } = await evidence();
    expect(refused).toEqual([]);
    expect(bundles).toMatchObject([
      {
        identity: { repositoryId: acme.repository.id, headSha: pull.pull.headSha, runId: run.id, runAttempt: 1, job: 'test', uploadName: 'sprintgate-api' },
        labels: { type: 'unit', component: 'api', scan: null },
        files: [{ path: 'coverage/lcov.info', bytes: lcov.length }],
        reports: [{ file: 'coverage/lcov.info', kind: 'coverage', format: 'lcov', outcome: 'ok', totals: { lines: { covered: 1, total: 2 } } }],
      },
    ]);
  });

  it('gives the same bytes for the same reports, whatever the machine’s folders and clock are', async () => {
    const text = async () => readFileSync(join((await collect({ upload: 'false' })).outputs['folder'] ?? '', 'evidence.json'), 'utf8');
    write({ 'coverage/lcov.info': lcov.replace('SF:', `SF:${workspace}/`) });
    const first = await text();
    expect(first).not.toContain(workspace);
    expect(first).not.toContain(temporary);
    acme.github.advance(86_400_000);
    expect(await text()).toBe(first);
  });

  it('puts GitHub’s word for the job beside them where the job may ask for it, bound to their digest', async () => {
    const step = await collect({ upload: 'false' }, { permissions: { 'id-token': 'write' } });
    const token = readFileSync(join(step.outputs['folder'] ?? '', 'identity.jwt'), 'utf8');
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, string>;
    expect(claims).toMatchObject({ aud: `sprintgate:${step.outputs['evidence-digest']}`, run_id: String(run.id), run_attempt: '1' });
    expect(step.log).toContain(`::add-mask::${token}`);
    expect(step.summary).toContain('GitHub vouches for the job');
  });

  it('is verified evidence then, by the workflow that the job’s steps stand in', async () => {
    await collect({}, { permissions: { 'id-token': 'write' } });
    expect((await evidence()).bundles).toMatchObject([{ provenance: { kind: 'verified', jobWorkflowRef: expect.stringContaining(`acme/shop/${path}@`) } }]);
  });

  it('collects and uploads for a fork’s pull request, and says that nobody vouches for it', async () => {
    const { people } = acme.github;
    const fork = people.fork({ repository: acme.repository, as: 'eva' });
    people.commit({ repository: fork, as: 'eva', branch: 'mine', from: 'main', files: { 'src/api/app.ts': '1\n2\n3\n' } });
    pull = people.openPull({ repository: acme.repository, as: 'eva', head: 'mine', headRepository: fork });
    run = people.runWorkflow({ repository: acme.repository, as: 'eva', path, pull: pull.number, jobs: ['test'], conclusion: null }).run;
    const step = await collect({}, { permissions: { 'id-token': 'write' }, head: { repo: { id: fork.id } } });
    expect(step.code).toBe(0);
    expect(step.summary).toContain('This pull request comes from a fork');
    expect((await evidence()).bundles).toMatchObject([{ provenance: { kind: 'self-reported' }, identity: { headSha: pull.pull.headSha } }]);
  });

  it('keeps the upload as long as it is told', async () => {
    const { outputs } = await collect({ 'retention-days': '5' });
    const { data } = await acme.bot.rest.actions.getArtifact({ ...acme.at, artifact_id: Number(outputs['artifact-id']) });
    expect(Date.parse(data.expires_at ?? '') - Date.parse(data.created_at ?? '')).toBe(5 * 86_400_000);
  });

  it('may use its name again in a re-run, and the other attempt’s upload stays listed', async () => {
    await collect();
    acme.github.people.finishWorkflow({ repository: acme.repository, as: 'luis', run, conclusion: 'failure' });
    acme.github.people.rerunWorkflow({ repository: acme.repository, as: 'luis', run, jobs: ['test'], conclusion: null });
    write({ 'coverage/lcov.info': lcov.replace('DA:2,0', 'DA:2,1') });
    expect((await collect()).code).toBe(0);
    // Within one attempt the name is another job's, and its upload is left alone.
    expect(await collect()).toMatchObject({ code: 1, log: expect.stringContaining('an upload named sprintgate-api is there already') });
    const { bundles } = await evidence();
    expect(newestBundles(bundles)).toMatchObject([{ identity: { runAttempt: 2 }, reports: [{ totals: { lines: { covered: 2, total: 2 } } }] }]);
  });

  it('is red where another job took the name, and says what to do', async () => {
    await collect();
    expect(await collect()).toMatchObject({ code: 1, log: expect.stringContaining('an upload named sprintgate-api is there already; give each job') });
  });

  it('is red where nothing can be uploaded', async () => {
    const step = await collect({}, { env: { ACTIONS_RUNTIME_TOKEN: '' } });
    expect(step).toMatchObject({ code: 1, log: expect.stringContaining('::error title=Sprintgate could not run::the upload of sprintgate-api failed:') });
    expect(step.summary).toContain('Not uploaded: no gate will see this');
    expect(await collect({}, { env: { GITHUB_SERVER_URL: 'https://github.acme.example' } })).toMatchObject({
      code: 1,
      log: expect.stringContaining('set `upload: false`'),
    });
  });
});
