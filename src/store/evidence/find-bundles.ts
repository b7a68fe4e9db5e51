import type { BundleHead, BundleIdentity, SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import type { Database } from '../database.ts';
import { headFromText, type KeptHead } from './kept-head.ts';

/**
 * By the commit that was pushed or tested, by the tree that was tested (squash merges), or by the artifact it was read from.
 * `usedOn` is today, `YYYY-MM-DD`, for a look that rests on what is found: `forgetEvidence` keeps what is used.
 */
export type BundleQuery = { readonly repository: number; readonly usedOn?: string } & (
  { readonly commit: string } | { readonly tree: string } | { readonly artifactId: number }
);

/**
 * The kept bundles that match, oldest run first, those alone that are `wanted`. One that an older version packed otherwise is
 * as good as unknown: its artifact is read again.
 */
export async function findBundles(db: Database, query: BundleQuery, wanted: (head: BundleHead) => boolean = () => true): Promise<SealedBundle[]> {
  const { condition, value } = conditionOf(query);
  const select = `select body from sprintgate.bundles where repository = $1 and ${condition} order by run_id, run_attempt, upload_name`;
  const params = [query.repository, value];
  const rows = await (query.usedOn === undefined
    ? db.query<{ body: string }>(select, params)
    : db.query<{ body: string }>(`${noteUse(condition)} ${select}`, [...params, query.usedOn]));
  const found: SealedBundle[] = [];
  for (const { head, bytes } of rows.flatMap((row) => headFromText(row.body) ?? [])) {
    const content = wanted(head) && (await readContent(db, head.identity, bytes));
    if (content) found.push({ ...head, content });
  }
  return found;
}

const part =
  'select content from sprintgate.bundle_parts where repository = $1 and run_id = $2 and run_attempt = $3 and job = $4 and upload_name = $5 and part = $6';

/** Part by part, for others want the event loop as well; null when not all of it is there. */
async function readContent(db: Database, identity: BundleIdentity, bytes: KeptHead['bytes']): Promise<Uint8Array | null> {
  const { repositoryId, runId, runAttempt, job, uploadName } = identity;
  const pieces: Buffer[] = [];
  let size = 0;
  while (size < bytes) {
    const [row] = await db.query<{ content: string }>(part, [repositoryId, runId, runAttempt, job, uploadName, pieces.length]);
    if (!row) return null;
    const piece = Buffer.from(row.content, 'base64');
    pieces.push(piece);
    size += piece.length;
    // The embedded database answers without ever letting others in.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return size === bytes ? Buffer.concat(pieces) : null;
}

/** Once a week is enough, so that looks seldom write. */
function noteUse(condition: string): string {
  return `with used as (update sprintgate.bundles set used_on = $3::date where repository = $1 and ${condition} and used_on < $3::date - 6)`;
}

function conditionOf(query: BundleQuery): { condition: string; value: string | number } {
  if ('commit' in query) return { condition: '(head_sha = $2 or tested_sha = $2)', value: query.commit };
  if ('tree' in query) return { condition: 'tested_tree = $2', value: query.tree };
  return { condition: 'artifact_id = $2::bigint', value: query.artifactId };
}
