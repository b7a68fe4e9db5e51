import type { Database } from '../database.ts';

/** Gives back all claims at once: for the single owner of a database, at its start, when no claim can be alive. */
export async function releaseDeliveries(db: Database): Promise<void> {
  await db.query('update sprintgate.inbox set claimed_until = null where done_at is null and claimed_until is not null');
}
