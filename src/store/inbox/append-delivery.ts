import type { Database } from '../database.ts';

export interface Delivery {
  /** GitHub's GUID: the same again when it redelivers. */
  readonly id: string;
  readonly event: string;
  /** The body as it was signed, byte for byte. */
  readonly body: string;
}

/** Keeps a delivery. False when it was there already: GitHub sent it twice. When this returns, the delivery survives a killed process. */
export async function appendDelivery(db: Database, delivery: Delivery): Promise<boolean> {
  const sql = 'insert into sprintgate.inbox (id, event, body) values ($1, $2, $3) on conflict (id) do nothing returning id';
  const rows = await db.query(sql, [delivery.id, delivery.event, delivery.body]);
  return rows.length > 0;
}
