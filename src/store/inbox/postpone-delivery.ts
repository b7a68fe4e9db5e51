import type { Database } from '../database.ts';

/** Puts a delivery that could not be worked back, for another attempt after so many seconds. */
export async function postponeDelivery(db: Database, id: string, failure: { seconds: number; error: string }): Promise<void> {
  const sql = 'update sprintgate.inbox set claimed_until = now() + make_interval(secs => $2), error = $3 where id = $1';
  await db.query(sql, [id, failure.seconds, failure.error]);
}
