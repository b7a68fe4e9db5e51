import type { Database } from '../database.ts';

/** Takes back that a pull request is a release, when an authority said so. */
export async function unmarkRelease(db: Database, repository: number, pull: number): Promise<void> {
  await db.query('delete from sprintgate.releases where repository = $1 and pull = $2', [repository, pull]);
}
