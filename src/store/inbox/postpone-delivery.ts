import type { Database } from '../database.ts';

export interface Postponement {
  readonly seconds: number;
  readonly error: string;
  /** Whether this was one of the attempts after which a delivery is given up. */
  readonly counts: boolean;
}

/** Puts a delivery that could not be worked back, for another attempt after so many seconds. */
export async function postponeDelivery(db: Database, id: string, { seconds, error, counts }: Postponement): Promise<void> {
  const sql = `update sprintgate.inbox set claimed_until = now() + make_interval(secs => $2), error = $3,
    attempts = greatest(attempts - $4, 0) where id = $1`;
  await db.query(sql, [id, seconds, error, counts ? 0 : 1]);
}
