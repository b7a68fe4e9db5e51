import type { SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import type { Database } from '../database.ts';
import { sealedToText } from './sealed-text.ts';

const sql = `
  insert into sprintgate.bundles (repository, run_id, run_attempt, job, upload_name, head_sha, tested_sha, tested_tree, artifact_id, body)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (repository, run_id, run_attempt, job, upload_name) do update set
    head_sha = excluded.head_sha, tested_sha = excluded.tested_sha, tested_tree = excluded.tested_tree,
    artifact_id = excluded.artifact_id, body = excluded.body
`;

/** Keeps a bundle that was read and checked, so that it outlives its artifact. The same upload of the same attempt replaces itself. */
export async function saveBundle(db: Database, bundle: SealedBundle, artifactId: number | null = null): Promise<void> {
  const { identity } = bundle;
  await db.query(sql, [
    identity.repositoryId,
    identity.runId,
    identity.runAttempt,
    identity.job,
    identity.uploadName,
    identity.headSha,
    identity.testedSha,
    identity.testedTree,
    artifactId,
    sealedToText(bundle),
  ]);
}
