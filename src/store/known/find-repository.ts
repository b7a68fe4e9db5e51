import type { Database } from '../database.ts';
import type { KnownRepository } from './remember-repository.ts';

/** A repository as it was last seen; null when it never was. */
export async function findRepository(db: Database, id: number): Promise<KnownRepository | null> {
  const [row] = await db.query<KnownRepository>('select id, owner, name, installation from sprintgate.repositories where id = $1', [id]);
  return row ?? null;
}
