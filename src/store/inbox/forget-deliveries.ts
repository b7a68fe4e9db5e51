import type { Database } from '../database.ts';

/**
 * Deletes deliveries done more than so many days ago. GitHub redelivers for 3 days (Enterprise Server 7): until then the
 * id must stay, so that a redelivery is recognised.
 */
export async function forgetDeliveries(db: Database, days: number): Promise<number> {
  const rows = await db.query('delete from sprintgate.inbox where done_at < now() - make_interval(days => $1) returning id', [days]);
  return rows.length;
}
