import type { Database } from '../database.ts';

export interface InboxMeasure {
  /** Deliveries that are not done. */
  readonly waiting: number;
  /** Seconds since the oldest of them came; 0 when there is none. */
  readonly oldest: number;
}

const sql = `
  select count(*)::int as waiting, coalesce(extract(epoch from now() - min(received_at)), 0)::float8 as oldest
  from sprintgate.inbox where done_at is null
`;

/** How many deliveries wait, and since when. */
export async function measureInbox(db: Database): Promise<InboxMeasure> {
  const [row] = await db.query<InboxMeasure>(sql);
  return row ?? { waiting: 0, oldest: 0 };
}
