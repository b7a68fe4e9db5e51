import type { Database } from '../database.ts';

/** Notes that of a repository's pull requests only these are open still. */
export async function closePullsExcept(db: Database, repository: number, open: readonly number[]): Promise<void> {
  await db.query('update sprintgate.pulls set open = false where repository = $1 and open and not (number = any($2::int[]))', [repository, open]);
}
