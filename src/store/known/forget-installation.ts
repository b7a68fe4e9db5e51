import type { Database } from '../database.ts';

/**
 * Notes that the app may no longer act: on all repositories of an installation, or on some of them. What was decided
 * there stays: it may be installed again.
 */
export async function forgetInstallation(db: Database, installation: number, repositories: readonly number[] | null = null): Promise<void> {
  const sql = `
    update sprintgate.repositories set installation = null
    where installation = $1 and ($2::bigint[] is null or id = any($2::bigint[]))`;
  await db.query(sql, [installation, repositories]);
}
