import type { Database } from '../database.ts';
import { type KnownDelivery, knownDeliveryColumns } from './known-delivery.ts';

/** A delivery with what is kept of its body. */
export interface StoredDelivery extends KnownDelivery {
  /** Hash of the body as it was signed, in hex. */
  readonly sha256: string;
  /** Null once the body was dropped. */
  readonly bytes: number | null;
  readonly body: string | null;
}

/** A delivery by its id; null when it is not known, or not any more. */
export async function findDelivery(db: Database, id: string): Promise<StoredDelivery | null> {
  const sql = `select ${knownDeliveryColumns}, coalesce(body_sha256, encode(sha256(body), 'hex')) as sha256, octet_length(body) as bytes,
    convert_from(body, 'UTF8') as body from sprintgate.inbox where id = $1`;
  return (await db.query<StoredDelivery>(sql, [id]))[0] ?? null;
}
