import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Repository } from '../records/repository.ts';
import type { WorkflowRun } from '../records/run.ts';
import type { World } from '../records/world.ts';

/** The job that a token speaks for. */
export interface JobClaims {
  readonly repositoryId: number;
  readonly runId: number;
  readonly attempt: number;
  readonly job: string;
  /** What the token is for: uploads, or asking for an identity. */
  readonly use: 'results' | 'identity';
  /** Of an identity: the commit, the ref and the workflow that the job runs for. */
  readonly sha?: string;
  readonly ref?: string;
  readonly jobWorkflowRef?: string;
}

/** A job with its run, as the services look it up. */
export interface RunningJob {
  readonly claims: JobClaims;
  readonly repository: Repository;
  readonly run: WorkflowRun;
}

const secret = randomBytes(32);

/** Ids of the service behind: of the attempt and of the job in it. An attempt is a run of its own there, so a name can be used again. */
export function backendIds({ runId, attempt, job }: JobClaims): { readonly run: string; readonly job: string } {
  return { run: uuidOf(`${runId}.${attempt}`), job: uuidOf(`${runId}.${attempt}.${job}`) };
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** A token with the scope that the artifact library reads the service's ids from. */
export function signJobToken(claims: JobClaims): string {
  const ids = backendIds(claims);
  const payload = { ...claims, scp: `Actions.ExampleScope Actions.Results:${ids.run}:${ids.job}` };
  const body = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}`;
  return `${body}.${signature(body)}`;
}

/** The running job that a request's token speaks for; null when it is none of ours, or its attempt has ended. */
export function jobOf(world: World, authorization: string | undefined, use: JobClaims['use']): RunningJob | null {
  const claims = readClaims(/^bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1] ?? '');
  const repository = claims === null ? undefined : world.repositories.get(claims.repositoryId);
  const run = claims === null ? undefined : repository?.runs.get(claims.runId);
  if (claims?.use !== use || repository === undefined || run === undefined) return null;
  return run.attempt === claims.attempt && run.status !== 'completed' ? { claims, repository, run } : null;
}

function readClaims(token: string): JobClaims | null {
  const [header = '', payload = '', given = ''] = token.split('.');
  const expected = Buffer.from(signature(`${header}.${payload}`));
  const found = Buffer.from(given);
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) return null;
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as JobClaims;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signature(body: string): string {
  return createHmac('sha256', secret).update(body).digest('base64url');
}
