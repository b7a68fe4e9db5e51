import type { Database } from '../database.ts';

/** A run that waits for us no longer. */
export async function forgetWaitingRun(db: Database, repository: number, run: number): Promise<void> {
  await db.query('delete from sprintgate.waiting_runs where repository = $1 and run = $2', [repository, run]);
}
