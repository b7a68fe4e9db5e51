import type { OverwrittenCheck } from '../../core/enforce/overwritten-check.ts';
import type { Database } from '../database.ts';

const sql = `
  insert into sprintgate.overwritten_checks (repository, head_sha, name, app_id, app_slug, what, seen_at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict do nothing
`;

/** Notes checks of ours of which somebody else had the last word. */
export async function noteOverwrittenChecks(db: Database, repository: number, checks: readonly OverwrittenCheck[]): Promise<void> {
  for (const { headSha, check, by, what, at } of checks) await db.query(sql, [repository, headSha, check, by?.appId ?? null, by?.slug ?? null, what, at]);
}
