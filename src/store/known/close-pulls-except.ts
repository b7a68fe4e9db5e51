import type { Database } from '../database.ts';

/** Which pull requests a listing showed, and since when: what was opened or reopened after that is not in it. */
export interface Listing {
  readonly open: readonly number[];
  /** ISO time before the first page was asked for. */
  readonly begunAt: string;
}

/** Notes that of a repository's pull requests only these are open still. One that moved after the listing began is left alone. */
export async function closePullsExcept(db: Database, repository: number, { open, begunAt }: Listing): Promise<void> {
  // `updated_at` is ISO text in UTC with milliseconds, as `savePull` writes it, so that it sorts as time.
  const sql = 'update sprintgate.pulls set open = false where repository = $1 and open and not (number = any($2::int[])) and updated_at < $3';
  await db.query(sql, [repository, open, new Date(begunAt).toISOString()]);
}
