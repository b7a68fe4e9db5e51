import type { Database } from '../database.ts';

/** Notes that a pull request was recognised as a release: it stays one until an authority says otherwise. */
export async function markRelease(db: Database, repository: number, pull: number): Promise<void> {
  await db.query('insert into sprintgate.releases (repository, pull) values ($1, $2) on conflict do nothing', [repository, pull]);
}
