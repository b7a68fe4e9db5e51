import type { Database } from '../database.ts';

/** Notes which issue the onboarding opened. */
export async function finishOnboarding(db: Database, repository: number, issue: number): Promise<void> {
  await db.query('update sprintgate.onboarding set issue = $2 where repository = $1', [repository, issue]);
}
