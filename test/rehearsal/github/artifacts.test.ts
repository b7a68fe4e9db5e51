import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, startAcme } from './acme.ts';
import type { Acme } from './acme.ts';
import { refused } from './refused.ts';

let acme: Acme;
const repository = 'acme/shop';
const path = '.github/workflows/ci.yml';

beforeEach(async () => {
  acme = await startAcme();
});

afterEach(async () => {
  await acme.github.close();
});

function upload() {
  const { run, artifacts } = acme.github.people.runWorkflow({
    repository,
    as: 'luis',
    path,
    jobs: ['test'],
    artifacts: [{ name: 'evidence', files: { 'lcov.info': 'TN:\n' } }],
  });
  const [artifact] = artifacts;
  if (artifact === undefined) throw new Error('no artifact');
  return { run, artifact };
}

async function location(id: number): Promise<string> {
  const token = ((await acme.bot.auth({ type: 'installation' })) as { token: string }).token;
  const response = await fetch(`${acme.github.url}/repos/acme/shop/actions/artifacts/${id}/zip`, {
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(302);
  return response.headers.get('location') ?? '';
}

test('a download is a redirect to a link that needs no token and lives one minute (§9)', async () => {
  const { artifact } = upload();
  const link = await location(artifact.id);
  const bytes = new Uint8Array(await (await fetch(link)).arrayBuffer());
  expect(Buffer.from(unzipSync(bytes)['lcov.info'] ?? []).toString()).toBe('TN:\n');
  expect(artifact.digest).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
  acme.github.advance(61_000);
  expect((await fetch(link)).status).toBe(403);
});

test('an expired artifact is still listed, and its download answers 410 (§9)', async () => {
  const { run, artifact } = upload();
  acme.github.advance(91 * 86_400_000);
  const { data } = await acme.bot.rest.actions.listWorkflowRunArtifacts({ ...at, run_id: run.id });
  expect(data.artifacts.map((one) => one.expired)).toEqual([true]);
  expect((await refused(acme.bot.rest.actions.downloadArtifact({ ...at, artifact_id: artifact.id, archive_format: 'zip' }))).status).toBe(410);
});

test('one name can be uploaded once; overwriting makes a new id (§9)', async () => {
  const { run, artifact } = upload();
  const again = { repository, run, name: 'evidence', files: { 'lcov.info': 'x' } };
  expect(() => acme.github.people.uploadArtifact(again)).toThrow('already exists');
  expect(acme.github.people.uploadArtifact({ ...again, overwrite: true }).id).not.toBe(artifact.id);
});

test('an artifact names the repositories, the branch and the head of its run (§9)', async () => {
  const { run, artifact } = upload();
  const { data } = await acme.bot.rest.actions.getArtifact({ ...at, artifact_id: artifact.id });
  expect(data.workflow_run).toEqual({
    id: run.id,
    repository_id: acme.repository.id,
    head_repository_id: acme.repository.id,
    head_branch: 'main',
    head_sha: run.headSha,
  });
});

test('runs are found by head, event and state; jobs are those of the newest attempt (§9)', async () => {
  const { run } = upload();
  acme.github.people.rerunWorkflow({ repository, as: 'luis', run });
  const runs = await acme.bot.rest.actions.listWorkflowRunsForRepo({ ...at, head_sha: run.headSha, event: 'push', status: 'completed' });
  expect(runs.data.workflow_runs.map((one) => [one.id, one.run_attempt])).toEqual([[run.id, 2]]);
  expect((await acme.bot.rest.actions.listJobsForWorkflowRun({ ...at, run_id: run.id })).data.jobs.map((job) => job.run_attempt)).toEqual([2]);
  expect((await acme.bot.rest.actions.listJobsForWorkflowRun({ ...at, run_id: run.id, filter: 'all' })).data.total_count).toBe(2);
  acme.github.assertClean();
});

test('a re-run sends no second workflow_run.requested (§9)', async () => {
  const { run } = upload();
  acme.github.people.rerunWorkflow({ repository, as: 'luis', run });
  expect(acme.github.webhooks.ofEvent('workflow_run', 'requested')).toHaveLength(1);
  expect(acme.github.webhooks.ofEvent('workflow_run', 'completed')).toHaveLength(2);
});

test('jobs report as check runs of the Actions app 15368 (§2)', async () => {
  const { run } = upload();
  const { data } = await acme.bot.rest.checks.listForRef({ ...at, ref: run.headSha, app_id: 15_368 });
  expect(data.check_runs.map((one) => [one.name, one.conclusion])).toEqual([['test', 'success']]);
});
