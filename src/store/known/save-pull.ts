import type { Database } from '../database.ts';

/** A pull request as the index knows it: enough to find it by its commit, and nothing that a gate is decided by. */
export interface IndexedPull {
  readonly repository: number;
  readonly number: number;
  readonly headSha: string;
  readonly baseRef: string;
  readonly open: boolean;
  /** GitHub's `updated_at`. */
  readonly updatedAt: string;
}

const sql = `
  insert into sprintgate.pulls (repository, number, head_sha, base_ref, open, updated_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (repository, number) do update set
    head_sha = excluded.head_sha, base_ref = excluded.base_ref, open = excluded.open, updated_at = excluded.updated_at
  where pulls.updated_at <= excluded.updated_at
`;

/** Notes a pull request's head. An older state never replaces a newer one: webhooks arrive in any order. */
export async function savePull(db: Database, pull: IndexedPull): Promise<void> {
  const updatedAt = new Date(pull.updatedAt).toISOString();
  await db.query(sql, [pull.repository, pull.number, pull.headSha, pull.baseRef, pull.open, updatedAt]);
}
