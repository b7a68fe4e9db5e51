import type { Database } from './database.ts';
import { migrations } from './migrations.ts';

/** Migrations that this version needs and the database does not have: an older backup was restored under a running process. */
export async function missingMigrations(db: Database): Promise<string[]> {
  const rows = await db.query<{ name: string }>('select name from sprintgate.migrations');
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}
