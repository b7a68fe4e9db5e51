import type { Database } from '../database.ts';
import type { KnownRepository } from './remember-repository.ts';

/** Repositories on which the app is installed, all or those of one installation. */
export async function listRepositories(db: Database, installation: number | null = null): Promise<KnownRepository[]> {
  const sql = `
    select id, owner, name, installation from sprintgate.repositories
    where installation is not null and ($1::bigint is null or installation = $1) order by id`;
  return db.query<KnownRepository>(sql, [installation]);
}
