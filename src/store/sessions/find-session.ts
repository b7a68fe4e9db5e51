import type { Database } from '../database.ts';
import type { WebSession } from './web-session.ts';

const sql = `
  select id, person, login, sealed, ends_at as "endsAt" from sprintgate.web_sessions
  where id = $1 and ends_at > $2::timestamptz
`;

/** A session that is not over at `now`, an ISO time. */
export async function findSession(db: Database, id: string, now: string): Promise<WebSession | null> {
  const [row] = await db.query<WebSession>(sql, [id, now]);
  return row ?? null;
}
