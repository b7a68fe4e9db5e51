import { createCipheriv, createHash, createPublicKey, createVerify } from 'node:crypto';
import { DefaultArtifactClient } from '@actions/artifact';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WorkflowRun } from '../../../src/rehearsal/github/records/run.ts';
import { type Acme, at, startAcme } from './acme.ts';

const service = 'twirp/github.actions.results.api.v1.ArtifactService';
const path = '.github/workflows/ci.yml';

let acme: Acme;
let run: WorkflowRun;
let folder: string;

beforeEach(async () => {
  acme = await startAcme();
  run = acme.github.people.runWorkflow({ repository: 'acme/shop', as: 'luis', path, jobs: ['test'], conclusion: null }).run;
  folder = mkdtempSync(join(tmpdir(), 'sprintgate-jobs-'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
  await acme.github.close();
});

function environment(more: Partial<Parameters<typeof acme.github.jobEnvironment>[0]> = {}): Record<string, string> {
  return acme.github.jobEnvironment({ repository: acme.repository, run, ...more });
}

/** GitHub's own library, as it runs in a step of the job. */
function client(variables = environment()): DefaultArtifactClient {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  return new DefaultArtifactClient();
}

async function upload(name = 'evidence', options: { retentionDays?: number } = {}, text = '{"a":1}') {
  writeFileSync(join(folder, 'evidence.json'), text);
  return client().uploadArtifact(name, [join(folder, 'evidence.json')], folder, options);
}

async function call(method: string, body: object, token = environment()['ACTIONS_RUNTIME_TOKEN'] ?? '') {
  const response = await fetch(`${acme.github.url}/${service}/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** The ids that a token names in its scope, as the library reads them. */
function ids(token = environment()['ACTIONS_RUNTIME_TOKEN'] ?? '') {
  const { scp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { scp: string };
  const [, workflow_run_backend_id, workflow_job_run_backend_id] = /Actions\.Results:([^:]+):(\S+)/.exec(scp) ?? [];
  return { workflow_run_backend_id, workflow_job_run_backend_id };
}

describe('uploads of running jobs', () => {
  test('appear in the API with the digest, the size and the run that GitHub’s library was told (artifact 6.2)', async () => {
    const { id, digest, size } = await upload();
    const { data } = await acme.bot.rest.actions.getArtifact({ ...at, artifact_id: id ?? 0 });
    expect(data).toMatchObject({ name: 'evidence', digest: `sha256:${digest}`, size_in_bytes: size, workflow_run: { id: run.id, head_sha: run.headSha } });
  });

  test('are listed, found by name and downloaded again by the job, byte by byte', async () => {
    const { id } = await upload();
    const actions = client();
    expect((await actions.listArtifacts()).artifacts.map(({ name }) => name)).toEqual(['evidence']);
    expect((await actions.getArtifact('evidence')).artifact.id).toBe(id);
    await actions.downloadArtifact(id ?? 0, { path: join(folder, 'again') });
    expect(readFileSync(join(folder, 'again/evidence.json'), 'utf8')).toBe('{"a":1}');
  });

  test('larger than a block are put together in order (Azure: Put Block, Put Block List)', async () => {
    vi.stubEnv('ACTIONS_ARTIFACT_UPLOAD_CONCURRENCY', '2');
    // Nothing to compress, so that it takes more than the library's eight mebibytes a block.
    const text = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16))
      .update(Buffer.alloc(9 << 20))
      .toString('base64');
    const { id } = await upload('large', {}, text);
    await client().downloadArtifact(id ?? 0, { path: join(folder, 'again') });
    expect(readFileSync(join(folder, 'again/evidence.json'), 'utf8')).toBe(text);
  });

  test('of equal name are refused in one attempt, and taken in the next (§9)', async () => {
    await upload();
    await expect(upload()).rejects.toThrow(/\(409\) .*already exists/);
    acme.github.people.finishWorkflow({ repository: 'acme/shop', as: 'luis', run });
    acme.github.people.rerunWorkflow({ repository: 'acme/shop', as: 'luis', run, conclusion: null });
    await upload();
    expect((await acme.bot.rest.actions.listWorkflowRunArtifacts({ ...at, run_id: run.id })).data.total_count).toBe(2);
  });

  test('can be deleted and made again; the new one has another id (§9)', async () => {
    const first = await upload();
    await client().deleteArtifact('evidence');
    expect((await upload()).id).not.toBe(first.id);
  });

  test('live as many days as the step says, 90 by default (§9)', async () => {
    const days = async (name: string, options: { retentionDays?: number }) => {
      const { data } = await acme.bot.rest.actions.getArtifact({ ...at, artifact_id: (await upload(name, options)).id ?? 0 });
      return Math.round((Date.parse(data.expires_at ?? '') - Date.parse(data.created_at ?? '')) / 86_400_000);
    };
    expect(await days('short', { retentionDays: 5 })).toBe(5);
    expect(await days('usual', {})).toBe(90);
  });

  test('need the token of a running job, and reach its own attempt alone', async () => {
    const old = environment()['ACTIONS_RUNTIME_TOKEN'] ?? '';
    expect(await call('ListArtifacts', ids(), 'x.y.z')).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(await call('ListArtifacts', ids(old))).toMatchObject({ status: 200 });
    expect(await call('ListArtifacts', { ...ids(), workflow_run_backend_id: 'other' })).toMatchObject({ status: 403 });
    acme.github.people.finishWorkflow({ repository: 'acme/shop', as: 'luis', run });
    expect(await call('ListArtifacts', ids(old), old)).toMatchObject({ status: 401 });
  });

  test('are what was announced: another size or hash is refused, and so is an address that was altered', async () => {
    const { body } = await call('CreateArtifact', { ...ids(), name: 'raw', version: 7 });
    const url = String(body['signed_upload_url']);
    expect((await fetch(`${url}x`, { method: 'PUT', body: 'zip' })).status).toBe(403);
    expect((await fetch(url, { method: 'PUT', body: 'zip' })).status).toBe(201);
    const wrong = createHash('sha256').update('other').digest('hex');
    expect(await call('FinalizeArtifact', { ...ids(), name: 'raw', size: '4' })).toMatchObject({ status: 400 });
    expect(await call('FinalizeArtifact', { ...ids(), name: 'raw', size: '3', hash: `sha256:${wrong}` })).toMatchObject({ status: 400 });
    expect(await call('FinalizeArtifact', { ...ids(), name: 'raw', size: '3' })).toMatchObject({ status: 200, body: { ok: true } });
    expect(await call('FinalizeArtifact', { ...ids(), name: 'never', size: '3' })).toMatchObject({ status: 404 });
    expect((await fetch(`${url}&comp=blocklist`, { method: 'PUT', body: '<BlockList><Latest>bm9uZQ==</Latest></BlockList>' })).status).toBe(400);
  });
});

describe('identities of jobs (OIDC)', () => {
  const write = { 'id-token': 'write' } as const;

  async function token(audience: string | null, variables = environment({ permissions: write })): Promise<string> {
    const address = `${variables['ACTIONS_ID_TOKEN_REQUEST_URL']}${audience === null ? '' : `&audience=${encodeURIComponent(audience)}`}`;
    const response = await fetch(address, { headers: { authorization: `bearer ${variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}` } });
    return ((await response.json()) as { value: string }).value;
  }

  const part = (jwt: string, index: number) => JSON.parse(Buffer.from(jwt.split('.')[index] ?? '', 'base64url').toString()) as Record<string, unknown>;

  test('are signed by a key that the issuer publishes where it says (OpenID discovery)', async () => {
    const jwt = await token('sprintgate:abc');
    const issuer = String(part(jwt, 1)['iss']);
    const configuration = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as { issuer: string; jwks_uri: string };
    expect(configuration.issuer).toBe(issuer);
    const { keys } = (await (await fetch(configuration.jwks_uri)).json()) as { keys: { kid: string }[] };
    const key = keys.find(({ kid }) => kid === part(jwt, 0)['kid']);
    expect(part(jwt, 0)).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    const [header, payload, signature = ''] = jwt.split('.');
    const verify = createVerify('RSA-SHA256').update(`${header}.${payload}`);
    expect(verify.verify(createPublicKey({ key: { ...key }, format: 'jwk' }), Buffer.from(signature, 'base64url'))).toBe(true);
  });

  test('name the job by numbers that are strings, as GitHub documents them', async () => {
    expect(part(await token('sprintgate:abc'), 1)).toMatchObject({
      aud: 'sprintgate:abc',
      repository: 'acme/shop',
      repository_id: String(acme.repository.id),
      repository_owner_id: String(acme.repository.ownerId),
      run_id: String(run.id),
      run_attempt: '1',
      event_name: 'push',
      sha: run.headSha,
      ref: 'refs/heads/main',
      workflow_ref: `acme/shop/${path}@refs/heads/main`,
      job_workflow_ref: `acme/shop/${path}@refs/heads/main`,
      runner_environment: 'github-hosted',
      check_run_id: String(run.jobs[0]?.checkRunId),
    });
  });

  test('name the reusable workflow that the job’s steps come from', async () => {
    const jobWorkflowRef = 'acme/ci/.github/workflows/test.yml@refs/tags/v2';
    expect(part(await token('a', environment({ permissions: write, jobWorkflowRef })), 1)).toMatchObject({
      job_workflow_ref: jobWorkflowRef,
      workflow_ref: `acme/shop/${path}@refs/heads/main`,
    });
  });

  test('live five minutes by the world’s clock, and are for the owner unless said otherwise', async () => {
    const claims = part(await token(null), 1) as { iat: number; exp: number; nbf: number; aud: string };
    expect(claims.iat).toBe(Date.parse(acme.github.now) / 1000);
    expect([claims.exp - claims.iat, claims.iat - claims.nbf]).toEqual([300, 600]);
    expect(claims.aud).toBe('https://github.com/acme');
  });

  test('have ids in the subject, as repositories made after July 2026 do (§9)', async () => {
    const { id, ownerId } = acme.repository;
    expect(part(await token('a'), 1)['sub']).toBe(`repo:acme@${ownerId}/shop@${id}:ref:refs/heads/main`);
  });

  test('are not for jobs without id-token: write, nor for forks, whatever their workflow asks for (§9)', async () => {
    expect(environment()).not.toHaveProperty('ACTIONS_ID_TOKEN_REQUEST_URL');
    const { people } = acme.github;
    const fork = people.fork({ repository: 'acme/shop', as: 'eva' });
    people.commit({ repository: fork, as: 'eva', branch: 'mine', from: 'main', files: { 'b.ts': '1\n' } });
    const theirs = people.openPull({ repository: 'acme/shop', as: 'eva', head: 'mine', headRepository: fork });
    const forked = people.runWorkflow({ repository: 'acme/shop', as: 'eva', path, pull: theirs.number, conclusion: null }).run;
    expect(environment({ run: forked, permissions: write })).not.toHaveProperty('ACTIONS_ID_TOKEN_REQUEST_URL');
    expect(environment({ run: forked, permissions: write })).toHaveProperty('ACTIONS_RUNTIME_TOKEN');
    const results = environment()['ACTIONS_RUNTIME_TOKEN'] ?? '';
    const refused = await fetch(`${acme.github.url}/_identity/token?audience=a`, { headers: { authorization: `bearer ${results}` } });
    expect(refused.status).toBe(401);
  });
});
