import type { Database } from '../database.ts';

/** Has a delivery worked anew that is done, if its body is still kept. False when there is none such. */
export async function replayDelivery(db: Database, id: string): Promise<boolean> {
  const sql = `update sprintgate.inbox set done_at = null, claimed_until = null, attempts = 0, error = null
    where id = $1 and done_at is not null and body is not null returning id`;
  return (await db.query(sql, [id])).length > 0;
}
