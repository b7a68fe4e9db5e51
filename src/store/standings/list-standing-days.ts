import type { StandingDay } from '../../core/standing/standing.ts';
import type { Database } from '../database.ts';

const sql = `
  select to_char(day, 'YYYY-MM-DD') as day, body from sprintgate.standing_days
  where repository = $1 and day >= $2::date order by sprintgate.standing_days.day
`;

/** A repository's days from one on, `YYYY-MM-DD`, oldest first. Days on which nobody looked are left out. */
export async function listStandingDays(db: Database, repository: number, { from }: { readonly from: string }): Promise<StandingDay[]> {
  const rows = await db.query<{ day: string; body: string }>(sql, [repository, from]);
  return rows.map(({ day, body }) => ({ ...(JSON.parse(body) as Omit<StandingDay, 'day'>), day }));
}
