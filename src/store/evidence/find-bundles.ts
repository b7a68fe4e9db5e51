import type { SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import type { Database } from '../database.ts';
import { sealedFromText } from './sealed-text.ts';

/** By the commit that was pushed or tested, by the tree that was tested (squash merges), or by the artifact it was read from. */
export type BundleQuery =
  | { readonly repository: number; readonly commit: string }
  | { readonly repository: number; readonly tree: string }
  | { readonly repository: number; readonly artifactId: number };

/** The kept bundles that match, oldest run first. One that an older version packed otherwise is as good as unknown: its artifact is read again. */
export async function findBundles(db: Database, query: BundleQuery): Promise<SealedBundle[]> {
  const { condition, value } = conditionOf(query);
  const sql = `select body from sprintgate.bundles where repository = $1 and ${condition} order by run_id, run_attempt, upload_name`;
  const rows = await db.query<{ body: string }>(sql, [query.repository, value]);
  return rows.flatMap((row) => sealedFromText(row.body) ?? []);
}

function conditionOf(query: BundleQuery): { condition: string; value: string | number } {
  if ('commit' in query) return { condition: '(head_sha = $2 or tested_sha = $2)', value: query.commit };
  if ('tree' in query) return { condition: 'tested_tree = $2', value: query.tree };
  return { condition: 'artifact_id = $2::bigint', value: query.artifactId };
}
