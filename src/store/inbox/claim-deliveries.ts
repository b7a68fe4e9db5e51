import type { Database } from '../database.ts';

export interface ClaimedDelivery {
  readonly id: string;
  readonly event: string;
  readonly body: string;
  /** 1 the first time. */
  readonly attempt: number;
}

// Bodies are up to 25 MB; of 20 such a claim takes the first, and leaves the rest to the next.
const mostBytes = 32 * 1024 * 1024;

const sql = `
  with waiting as (
    select id, received_at, octet_length(body) as bytes from sprintgate.inbox
    where done_at is null and body is not null and (claimed_until is null or claimed_until < now())
    order by received_at, id limit $1 for update skip locked
  ),
  fitting as (select id from (select id, bytes, sum(bytes) over (order by received_at, id) as total from waiting) as sized where total - bytes = 0 or total <= $2)
  update sprintgate.inbox set claimed_until = now() + make_interval(secs => $3), attempts = attempts + 1
  where id in (select id from fitting)
  returning id, event, convert_from(body, 'UTF8') as body, attempts as attempt, received_at
`;

/**
 * Takes up to `limit` deliveries that are not done, oldest first, for `seconds`. A process that dies leaves them to
 * whoever looks next; working one twice is harmless, because it only says which keys may have changed.
 */
export async function claimDeliveries(db: Database, limit: number, seconds = 60): Promise<ClaimedDelivery[]> {
  const rows = await db.query<ClaimedDelivery & { received_at: string }>(sql, [limit, mostBytes, seconds]);
  return rows.toSorted((a, b) => a.received_at.localeCompare(b.received_at)).map(({ id, event, body, attempt }) => ({ id, event, body, attempt }));
}
