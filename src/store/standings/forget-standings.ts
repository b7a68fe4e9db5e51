import type { Database } from '../database.ts';

/** Drops what is kept of days before one, `YYYY-MM-DD`, and standings that are as old, as of repositories that the app has left. Says how many rows went. */
export async function forgetStandings(db: Database, before: string): Promise<number> {
  const days = await db.query('delete from sprintgate.standing_days where day < $1::date returning 1', [before]);
  const wholes = await db.query('delete from sprintgate.standings where day < $1::date returning 1', [before]);
  return days.length + wholes.length;
}
