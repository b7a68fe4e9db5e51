import type { Database } from '../database.ts';

/** Notes that a repository's comments were read for commands up to a time. */
export async function noteCommandsRead(db: Database, repository: number, at: string): Promise<void> {
  await db.query('update sprintgate.repositories set commands_read_at = $2 where id = $1', [repository, at]);
}
