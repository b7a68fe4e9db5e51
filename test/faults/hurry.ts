import type { Database } from '../../src/store/database.ts';

/**
 * What was put off by some moments (an attempt after a failure, a key that waits for GitHub's limits) is due now. Deadlines of
 * the world on the stage, which lies years ahead, stay.
 */
export async function hurry(db: Database): Promise<void> {
  await db.query(
    `update sprintgate_jobs.job set start_after = now()
     where name in ('keys', 'seed', 'wakes') and state in ('created', 'retry') and start_after between now() and now() + interval '3 hours'`,
  );
  await db.query('update sprintgate.inbox set claimed_until = null where done_at is null and error is not null');
}
