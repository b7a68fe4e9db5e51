import type { Database } from '../database.ts';
import type { WebSession } from './web-session.ts';

/** Keeps a new session; those that are over by `now` (ISO) go. */
export async function saveSession(db: Database, session: WebSession, now: string): Promise<void> {
  await db.query('delete from sprintgate.web_sessions where ends_at <= $1::timestamptz', [now]);
  const { id, person, login, sealed, endsAt } = session;
  await db.query('insert into sprintgate.web_sessions (id, person, login, sealed, ends_at) values ($1, $2, $3, $4, $5::timestamptz)', [
    id,
    person,
    login,
    sealed,
    endsAt,
  ]);
}
