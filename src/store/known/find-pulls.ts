import type { Database } from '../database.ts';

/** Numbers of the open pull requests of a repository, recently active first: all, or those with one head commit. */
export async function findPulls(db: Database, repository: number, headSha: string | null = null): Promise<number[]> {
  const sql = `
    select number from sprintgate.pulls where repository = $1 and open and ($2::text is null or head_sha = $2)
    order by updated_at desc, number desc`;
  const rows = await db.query<{ number: number }>(sql, [repository, headSha]);
  return rows.map((row) => row.number);
}
