import type { Database } from '../database.ts';
import { type KnownDelivery, knownDeliveryColumns } from './known-delivery.ts';

/** Deliveries that wait or were given up, or all that are known, the newest first. */
export async function listDeliveries(db: Database, { which, limit }: { which: 'open' | 'all'; limit: number }): Promise<KnownDelivery[]> {
  const sql = `select ${knownDeliveryColumns} from sprintgate.inbox
    where $1 = 'all' or done_at is null or error is not null order by received_at desc, id limit $2`;
  return db.query<KnownDelivery>(sql, [which, limit]);
}
