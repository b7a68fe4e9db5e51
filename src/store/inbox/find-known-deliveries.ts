import type { Database } from '../database.ts';

/** Which of these deliveries we were handed, as far as we remember. */
export async function findKnownDeliveries(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.query<{ id: string }>('select id from sprintgate.inbox where id = any($1::text[])', [ids]);
  return new Set(rows.map(({ id }) => id));
}
