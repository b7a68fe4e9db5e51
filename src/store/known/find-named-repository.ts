import type { Database } from '../database.ts';
import type { KnownRepository } from './remember-repository.ts';

const sql = `
  select id, owner, name, installation from sprintgate.repositories
  where lower(owner) = lower($1) and lower(name) = lower($2) and installation is not null order by seen_at desc limit 1
`;

/** The repository of that name, in any case of letters, on which the app is installed; the one seen last where a name was given twice. */
export async function findNamedRepository(db: Database, owner: string, name: string): Promise<KnownRepository | null> {
  const [row] = await db.query<KnownRepository>(sql, [owner, name]);
  return row ?? null;
}
