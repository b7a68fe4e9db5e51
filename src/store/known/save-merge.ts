import type { MergeFacts } from '../../core/ledger/merge-facts.ts';
import type { Database } from '../database.ts';

const sql = `
  insert into sprintgate.merges (repository, pull, at, by_id, by_login, head_sha, merge_sha) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (repository, pull) do nothing`;

/** Notes that a pull request was merged. It is merged once: what was told first stays. */
export async function saveMerge(
  db: Database,
  { repository, pull, at, by, headSha, mergeSha }: MergeFacts & { repository: number; pull: number },
): Promise<void> {
  await db.query(sql, [repository, pull, at, by?.id ?? null, by?.login ?? null, headSha, mergeSha]);
}
