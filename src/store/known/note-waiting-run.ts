import type { Database } from '../database.ts';

/** Notes that a workflow run waits for us to decide on a deployment of a commit. */
export async function noteWaitingRun(db: Database, repository: number, { run, headSha }: { run: number; headSha: string }): Promise<void> {
  const sql = `
    insert into sprintgate.waiting_runs (repository, run, head_sha) values ($1, $2, $3)
    on conflict (repository, run) do update set head_sha = excluded.head_sha`;
  await db.query(sql, [repository, run, headSha]);
}
