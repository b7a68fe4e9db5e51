import type { BundleHead } from '../../core/evidence/bundle/bundle.ts';
import type { Database } from '../database.ts';
import { headFromText } from './kept-head.ts';

/** What is kept of the uploads that tested one of these commits, or say that they tested one of these trees, without their content. */
export async function findHeads(
  db: Database,
  query: { readonly repository: number; readonly commits: readonly string[]; readonly trees: readonly string[] },
): Promise<BundleHead[]> {
  const sql = `
    select body from sprintgate.bundles
    where repository = $1 and (tested_sha = any($2::text[]) or tested_tree = any($3::text[]))
    order by run_id, run_attempt, upload_name`;
  const rows = await db.query<{ body: string }>(sql, [query.repository, query.commits, query.trees]);
  return rows.flatMap(({ body }) => headFromText(body)?.head ?? []);
}
