import type { Database } from '../database.ts';

/** The workflow runs of a repository that wait for us to decide on a deployment: all, or those of one commit. */
export async function findWaitingRuns(db: Database, repository: number, headSha: string | null = null): Promise<number[]> {
  const sql = 'select run::text as run from sprintgate.waiting_runs where repository = $1 and ($2::text is null or head_sha = $2) order by run';
  const rows = await db.query<{ run: string }>(sql, [repository, headSha]);
  return rows.map(({ run }) => Number(run));
}
