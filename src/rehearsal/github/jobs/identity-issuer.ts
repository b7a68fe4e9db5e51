import { createSign, generateKeyPairSync, type JsonWebKey, randomUUID } from 'node:crypto';
import type { Json, World } from '../records/world.ts';
import { accountById } from '../records/find.ts';
import type { RunningJob } from './job-token.ts';

const keyId = 'embedded-github-1';
// GitHub's tokens live five minutes, and count from ten minutes before they were made.
const life = 300;
const before = 600;

let keys: { readonly privateKey: string; readonly jwk: JsonWebKey } | null = null;

/** One key pair a process, as for apps: making one is slow. */
function keyPair(): { readonly privateKey: string; readonly jwk: JsonWebKey } {
  keys ??= makeKeys();
  return keys;
}

function makeKeys(): { readonly privateKey: string; readonly jwk: JsonWebKey } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })), jwk: publicKey.export({ format: 'jwk' }) };
}

/** `/.well-known/openid-configuration` of the issuer. */
export function identityConfiguration(world: World): Json {
  return {
    issuer: world.urls.api,
    jwks_uri: `${world.urls.api}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    claims_supported: claimNames,
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  };
}

/** `/.well-known/jwks`: the public keys that the tokens are signed with. */
export function identityKeys(): Json {
  return { keys: [{ ...keyPair().jwk, kid: keyId, use: 'sig', alg: 'RS256' }] };
}

/** A job's identity for an audience, signed. Without one the audience is the owner's address. */
export function identityToken(world: World, job: RunningJob, audience: string | null): string {
  const body = `${encode({ typ: 'JWT', alg: 'RS256', kid: keyId, x5t: keyId })}.${encode(claimsOf(world, job, audience))}`;
  return `${body}.${createSign('RSA-SHA256').update(body).sign(keyPair().privateKey, 'base64url')}`;
}

/** The claims that GitHub documents; numbers are strings there. */
function claimsOf(world: World, job: RunningJob, audience: string | null): Json {
  const { repository, run, claims } = job;
  const owner = accountById(world, repository.ownerId);
  const name = `${owner.login}/${repository.name}`;
  const ref = claims.ref ?? `refs/heads/${run.headBranch}`;
  const sha = claims.sha ?? run.headSha;
  const workflowRef = `${name}/${run.path}@${ref}`;
  const now = Math.floor(Date.parse(world.now()) / 1000);
  const scope = run.event === 'pull_request' ? 'pull_request' : `ref:${ref}`;
  return {
    jti: randomUUID(),
    // Repositories made after July 2026 name their ids in the subject.
    sub: `repo:${owner.login}@${owner.id}/${repository.name}@${repository.id}:${scope}`,
    aud: audience ?? `https://github.com/${owner.login}`,
    ref,
    sha,
    repository: name,
    repository_owner: owner.login,
    repository_owner_id: String(owner.id),
    run_id: String(run.id),
    run_number: String(run.number),
    run_attempt: String(claims.attempt),
    repository_visibility: repository.private ? 'private' : 'public',
    repository_id: String(repository.id),
    actor_id: String(run.actorId),
    actor: accountById(world, run.actorId).login,
    workflow: run.name,
    head_ref: run.event === 'pull_request' ? run.headBranch : '',
    base_ref: run.event === 'pull_request' ? repository.defaultBranch : '',
    event_name: run.event,
    ref_protected: 'false',
    ref_type: 'branch',
    workflow_ref: workflowRef,
    workflow_sha: sha,
    job_workflow_ref: claims.jobWorkflowRef ?? workflowRef,
    job_workflow_sha: sha,
    runner_environment: 'github-hosted',
    check_run_id: String(run.jobs.find((one) => one.name === claims.job && one.attempt === claims.attempt)?.checkRunId ?? ''),
    iss: world.urls.api,
    nbf: now - before,
    exp: now + life,
    iat: now,
  };
}

const claimNames = [
  'sub aud exp iat iss jti nbf ref sha repository repository_id repository_owner repository_owner_id run_id run_number run_attempt actor actor_id',
  'workflow workflow_ref workflow_sha head_ref base_ref event_name ref_type ref_protected environment job_workflow_ref job_workflow_sha',
  'repository_visibility runner_environment check_run_id',
].flatMap((line) => line.split(' '));

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
