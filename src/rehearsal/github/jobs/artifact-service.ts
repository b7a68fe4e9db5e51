import { createHash } from 'node:crypto';
import type { Artifact } from '../records/run.ts';
import type { Json, World } from '../records/world.ts';
import { uploadArtifact } from '../state/runs.ts';
import type { BlobStore } from './blob-store.ts';
import { backendIds, type RunningJob } from './job-token.ts';

/** An answer in Twirp's form: a message, or a code and what is wrong. */
export interface TwirpAnswer {
  readonly status: number;
  readonly body: Json;
}

interface Opened {
  readonly blob: string;
  readonly expiresAt: string | null;
}

export interface ArtifactService {
  readonly world: World;
  readonly blobs: BlobStore;
  readonly artifactUrl: (id: number) => string;
  /** Uploads that were begun, by attempt and name. */
  readonly opened: Map<string, Opened>;
}

type Method = (service: ArtifactService, job: RunningJob, request: Json) => TwirpAnswer;

function refuse(status: number, code: string, msg: string): TwirpAnswer {
  return { status, body: { code, msg } };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function attemptArtifacts({ repository, run }: RunningJob): Artifact[] {
  return [...repository.artifacts.values()].filter((artifact) => artifact.runId === run.id && artifact.attempt === run.attempt);
}

function keyOf({ run }: RunningJob, name: string): string {
  return JSON.stringify([run.id, run.attempt, name]);
}

const conflict = 'Conflict: an artifact with this name already exists on the workflow run';

function create(service: ArtifactService, job: RunningJob, request: Json): TwirpAnswer {
  const name = text(request['name']);
  if (name === '') return refuse(400, 'invalid_argument', 'name is required');
  if (attemptArtifacts(job).some((artifact) => artifact.name === name)) return refuse(409, 'already_exists', conflict);
  const { id, url } = service.blobs.open();
  service.opened.set(keyOf(job, name), { blob: id, expiresAt: text(request['expires_at']) || null });
  return { status: 200, body: { ok: true, signed_upload_url: url } };
}

function finalize(service: ArtifactService, job: RunningJob, request: Json): TwirpAnswer {
  const name = text(request['name']);
  const opened = service.opened.get(keyOf(job, name));
  const zip = opened === undefined ? null : service.blobs.contentOf(opened.blob);
  if (opened === undefined || zip === null) return refuse(404, 'not_found', 'artifact not found');
  if (Number(request['size'] ?? 0) !== zip.length) return refuse(400, 'invalid_argument', 'size does not match what was uploaded');
  const digest = `sha256:${createHash('sha256').update(zip).digest('hex')}`;
  if (request['hash'] !== undefined && request['hash'] !== digest) return refuse(400, 'invalid_argument', 'hash does not match what was uploaded');
  service.opened.delete(keyOf(job, name));
  const { repository, run } = job;
  const artifact = uploadArtifact(service.world, { repository, run, name, files: {}, zip, ...retention(opened) });
  return { status: 200, body: { ok: true, artifact_id: String(artifact.id) } };
}

/** The library counts days by the machine's clock; the rehearsed world may have another, so only the length is taken. */
function retention({ expiresAt }: Opened): { retentionDays?: number } {
  if (expiresAt === null) return {};
  return { retentionDays: Math.max(1, Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000)) };
}

function list(_service: ArtifactService, job: RunningJob, request: Json): TwirpAnswer {
  const ids = backendIds(job.claims);
  const [name, id] = [request['name_filter'], request['id_filter']];
  const found = attemptArtifacts(job).filter((one) => (name === undefined || one.name === name) && (id === undefined || String(one.id) === String(id)));
  const artifacts = found.map((one) => ({
    workflow_run_backend_id: ids.run,
    workflow_job_run_backend_id: ids.job,
    database_id: String(one.id),
    name: one.name,
    size: String(one.zip.length),
    created_at: one.createdAt,
    digest: one.digest,
  }));
  return { status: 200, body: { artifacts } };
}

function signedUrl(service: ArtifactService, job: RunningJob, request: Json): TwirpAnswer {
  const found = attemptArtifacts(job).find(({ name }) => name === request['name']);
  return found === undefined
    ? refuse(404, 'not_found', 'artifact not found')
    : { status: 200, body: { name: found.name, signed_url: service.artifactUrl(found.id) } };
}

function remove(_service: ArtifactService, job: RunningJob, request: Json): TwirpAnswer {
  const found = attemptArtifacts(job).find(({ name }) => name === request['name']);
  if (found === undefined) return refuse(404, 'not_found', 'artifact not found');
  job.repository.artifacts.delete(found.id);
  return { status: 200, body: { ok: true, artifact_id: String(found.id) } };
}

const methods: Readonly<Record<string, Method>> = {
  CreateArtifact: create,
  FinalizeArtifact: finalize,
  ListArtifacts: list,
  GetSignedArtifactURL: signedUrl,
  DeleteArtifact: remove,
};

/** Answers a call of `github.actions.results.api.v1.ArtifactService`. A job reaches the artifacts of its own attempt alone. */
export function answerArtifactCall(service: ArtifactService, job: RunningJob | null, call: { method: string; request: Json }): TwirpAnswer {
  if (job === null) return refuse(401, 'unauthenticated', 'the token is not that of a running job');
  const ids = backendIds(job.claims);
  if (call.request['workflow_run_backend_id'] !== ids.run || call.request['workflow_job_run_backend_id'] !== ids.job)
    return refuse(403, 'permission_denied', 'the token is of another run or job');
  const method = Object.hasOwn(methods, call.method) ? methods[call.method] : undefined;
  return method === undefined ? refuse(404, 'bad_route', `no method ${call.method}`) : method(service, job, call.request);
}
