import type { Database } from '../database.ts';
import type { GoodConfig } from './good-config.ts';

/** The last config of a repository that could be used; null when there never was one. */
export async function findGoodPolicy(db: Database, repository: number): Promise<GoodConfig | null> {
  const sql = 'select file, content as text, commit_sha as commit from sprintgate.good_policies where repository = $1';
  const [row] = await db.query<GoodConfig>(sql, [repository]);
  return row ?? null;
}
