import type { Database } from '../database.ts';

/** The number of a repository's onboarding issue; null when none is known. */
export async function findOnboardingIssue(db: Database, repository: number): Promise<number | null> {
  const [row] = await db.query<{ issue: number | null }>('select issue from sprintgate.onboarding where repository = $1', [repository]);
  return row?.issue ?? null;
}
