import type { Database } from '../database.ts';

/** ISO time up to which a repository's comments were read for commands that no webhook told of; null when never. */
export async function findCommandsRead(db: Database, repository: number): Promise<string | null> {
  const [row] = await db.query<{ at: string | null }>('select commands_read_at as at from sprintgate.repositories where id = $1', [repository]);
  return row?.at ?? null;
}
