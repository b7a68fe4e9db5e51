import type { Database } from '../database.ts';

export interface Delivery {
  /** GitHub's GUID: the same again when it redelivers. */
  readonly id: string;
  readonly event: string;
  /** The body as it was signed, byte for byte. */
  readonly body: string;
}

// One that is being tried again has a reason too, but is not done: it goes on as it is.
const sql = `
  insert into sprintgate.inbox (id, event, body) values ($1, $2, $3)
  on conflict (id) do update set done_at = null, claimed_until = null, attempts = 0, error = null
  where inbox.done_at is not null and inbox.error is not null
  returning id
`;

/**
 * Keeps a delivery. False when it was there already: GitHub sent it twice. One that was given up is worked anew when it is
 * redelivered, and counts as fresh. When this returns, the delivery survives a killed process.
 */
export async function appendDelivery(db: Database, delivery: Delivery): Promise<boolean> {
  const rows = await db.query(sql, [delivery.id, delivery.event, delivery.body]);
  return rows.length > 0;
}
