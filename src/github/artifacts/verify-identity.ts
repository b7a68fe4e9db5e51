import { errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { Provenance } from '../../core/evidence/bundle/bundle.ts';
import type { WorkflowRun } from './evidence-artifacts.ts';
import type { IdentityIssuer } from './identity-issuer.ts';

export interface IdentityClaim {
  /** The token as it lay beside the evidence. */
  readonly token: string;
  /** sha256 of the evidence, in hexadecimal digits. */
  readonly digest: string;
  readonly repositoryId: number;
  readonly run: Pick<WorkflowRun, 'id' | 'status' | 'created_at' | 'updated_at'>;
  /** The attempt that the evidence says it is of. */
  readonly attempt: number;
}

/** Clocks of runners and of GitHub may differ a little. */
const toleranceSeconds = 120;
const longestToken = 16_384;

/**
 * Whether a token proves that the evidence comes from a job of this repository, run and attempt: `verified` with the
 * workflow that the job's steps stand in, else `self-reported` with the reason. The expiry is not asked: the audience names
 * one digest, so the token never authorises anything but these bytes. Throws when the issuer's keys cannot be had.
 */
export async function verifyIdentity(claim: IdentityClaim, { issuer, keys }: IdentityIssuer): Promise<Provenance> {
  if (claim.token.length > longestToken) return unproven('the identity token is too long');
  try {
    const options = { issuer, audience: `sprintgate:${claim.digest}`, algorithms: ['RS256'] };
    const { payload } = await jwtVerify(claim.token, keys, { ...options, requiredClaims: ['iat'], currentDate: issuedAt(claim.token) });
    const wrong = differenceOf(payload, claim);
    if (wrong !== null) return unproven(wrong);
    const { job_workflow_ref: jobWorkflowRef } = payload;
    return typeof jobWorkflowRef === 'string' && jobWorkflowRef !== ''
      ? { kind: 'verified', jobWorkflowRef }
      : unproven('the identity token names no workflow');
  } catch (error) {
    if (isAboutToken(error)) return unproven(`the identity token is not valid (${error.code})`);
    throw error;
  }
}

/** What is wrong with the token itself; an issuer that cannot be reached is another matter, to be tried again. */
function isAboutToken(error: unknown): error is errors.JOSEError {
  return error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC';
}

function differenceOf(payload: JWTPayload, { repositoryId, run, attempt }: IdentityClaim): string | null {
  if (payload['repository_id'] !== String(repositoryId)) return 'the identity token is of another repository';
  if (payload['run_id'] !== String(run.id)) return 'the identity token is of another run';
  if (payload['run_attempt'] !== String(attempt)) return 'the identity token is of another attempt';
  const issued = payload.iat ?? 0;
  const began = Date.parse(run.created_at) / 1000 - toleranceSeconds;
  // While it still runs, GitHub does not tell how far it is.
  const ended = run.status === 'completed' ? Date.parse(run.updated_at) / 1000 + toleranceSeconds : Infinity;
  return issued >= began && issued <= ended ? null : 'the identity token was not issued while the run ran';
}

/** The time that the token says it was issued at, so that only its signature and audience are asked, not its age. */
function issuedAt(token: string): Date {
  try {
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { iat?: unknown };
    return new Date(typeof payload.iat === 'number' ? payload.iat * 1000 : 0);
  } catch {
    return new Date(0);
  }
}

function unproven(why: string): Provenance {
  return { kind: 'self-reported', why };
}
