import type { Database } from '../database.ts';

/** Numbers of the pull requests that were recognised as releases. */
export async function listReleases(db: Database, repository: number): Promise<number[]> {
  const rows = await db.query<{ pull: number }>('select pull from sprintgate.releases where repository = $1 order by pull', [repository]);
  return rows.map((row) => row.pull);
}
