import type { OverwrittenCheck } from '../../core/enforce/overwritten-check.ts';
import type { Database } from '../database.ts';

interface Row {
  readonly head_sha: string;
  readonly name: string;
  readonly app_id: string | number | null;
  readonly app_slug: string | null;
  readonly what: string;
  readonly seen_at: string | Date;
}

/** The newest checks of ours of which somebody else had the last word, newest first. */
export async function listOverwrittenChecks(db: Database, repository: number, limit: number): Promise<OverwrittenCheck[]> {
  const rows = await db.query<Row>(
    'select head_sha, name, app_id, app_slug, what, seen_at from sprintgate.overwritten_checks where repository = $1 order by seen_at desc, head_sha, name limit $2',
    [repository, limit],
  );
  return rows.map((row) => ({
    check: row.name,
    headSha: row.head_sha,
    by: row.app_id === null ? null : { appId: Number(row.app_id), slug: row.app_slug },
    at: new Date(row.seen_at).toISOString(),
    what: row.what,
  }));
}
