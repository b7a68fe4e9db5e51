import type { Database } from '../database.ts';
import type { Delivery } from './append-delivery.ts';

export interface ClaimedDelivery extends Delivery {
  /** 1 the first time. */
  readonly attempt: number;
}

const sql = `
  update sprintgate.inbox set claimed_until = now() + interval '1 minute', attempts = attempts + 1
  where id in (
    select id from sprintgate.inbox
    where done_at is null and (claimed_until is null or claimed_until < now())
    order by received_at limit $1 for update skip locked
  )
  returning id, event, body, attempts as attempt, received_at
`;

/**
 * Takes up to `limit` deliveries that are not done, oldest first, for one minute. A process that dies leaves them to
 * whoever looks next; working one twice is harmless, because it only says which keys may have changed.
 */
export async function claimDeliveries(db: Database, limit: number): Promise<ClaimedDelivery[]> {
  const rows = await db.query<ClaimedDelivery & { received_at: string }>(sql, [limit]);
  return rows.toSorted((a, b) => a.received_at.localeCompare(b.received_at)).map(({ id, event, body, attempt }) => ({ id, event, body, attempt }));
}
