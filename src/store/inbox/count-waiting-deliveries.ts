import type { Database } from '../database.ts';

/** How many deliveries are not done yet. */
export async function countWaitingDeliveries(db: Database): Promise<number> {
  const [row] = await db.query<{ count: number }>('select count(*)::int as count from sprintgate.inbox where done_at is null');
  return row?.count ?? 0;
}
