import type { Database } from '../database.ts';

/** Drops how a repository stands, since it has no configuration any more. Its days stay: they were as they were. */
export async function forgetStanding(db: Database, repository: number): Promise<void> {
  await db.query('delete from sprintgate.standings where repository = $1', [repository]);
}
