import type { Database } from '../database.ts';

/** Keeps the tokens that took the place of a session's former ones. */
export async function resealSession(db: Database, id: string, sealed: string): Promise<void> {
  await db.query('update sprintgate.web_sessions set sealed = $2 where id = $1', [id, sealed]);
}
