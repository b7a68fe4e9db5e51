import type { Database } from '../database.ts';

/** From here on nobody looks by this session. */
export async function forgetSession(db: Database, id: string): Promise<void> {
  await db.query('delete from sprintgate.web_sessions where id = $1', [id]);
}
