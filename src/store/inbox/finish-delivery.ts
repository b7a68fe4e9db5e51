import type { Database } from '../database.ts';

/** Marks a delivery done; `error` says why it was given up, if it was. Its body is kept until `forgetDeliveries`. */
export async function finishDelivery(db: Database, id: string, error: string | null = null): Promise<void> {
  await db.query('update sprintgate.inbox set done_at = now(), claimed_until = null, error = $2 where id = $1', [id, error]);
}
