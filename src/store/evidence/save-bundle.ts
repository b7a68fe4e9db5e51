import type { SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import type { Database, SqlValue } from '../database.ts';
import { headToText } from './kept-head.ts';

const upsert = `
  insert into sprintgate.bundles (repository, run_id, run_attempt, job, upload_name, head_sha, tested_sha, tested_tree, artifact_id, body)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (repository, run_id, run_attempt, job, upload_name) do update set
    head_sha = excluded.head_sha, tested_sha = excluded.tested_sha, tested_tree = excluded.tested_tree,
    artifact_id = excluded.artifact_id, body = excluded.body, used_on = excluded.used_on
`;
const clear = 'delete from sprintgate.bundle_parts where repository = $1 and run_id = $2 and run_attempt = $3 and job = $4 and upload_name = $5';
const insertPart = 'insert into sprintgate.bundle_parts (repository, run_id, run_attempt, job, upload_name, part, content) values ($1, $2, $3, $4, $5, $6, $7)';

/** A multiple of three, so that base64 fills its last letter. An embedded database holds up everything while it takes one. */
const partBytes = 3 << 15;

/** Keeps a bundle that was read and checked, so that it outlives its artifact. The same upload of the same attempt replaces itself. */
export async function saveBundle(db: Database, bundle: SealedBundle, artifactId: number | null = null): Promise<void> {
  const { identity, content } = bundle;
  const { repositoryId, runId, runAttempt, job, uploadName, headSha, testedSha, testedTree } = identity;
  const key: SqlValue[] = [repositoryId, runId, runAttempt, job, uploadName];
  await db.transaction(async (transaction) => {
    await transaction.query(upsert, [...key, headSha, testedSha, testedTree, artifactId, headToText(bundle)]);
    await transaction.query(clear, key);
    for (let part = 0; part * partBytes < content.length; part += 1) {
      const piece = Buffer.from(content.buffer, content.byteOffset, content.byteLength).subarray(part * partBytes, (part + 1) * partBytes);
      await transaction.query(insertPart, [...key, part, piece.toString('base64')]);
      // The embedded database answers without ever letting others in.
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
}
