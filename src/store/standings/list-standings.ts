import type { StandingFigures } from '../../core/standing/standing-summary.ts';
import type { Database } from '../database.ts';

/** How one of several repositories stands. */
export interface StandingSummary extends StandingFigures {
  readonly repository: number;
  /** Percentage points since a week before its day; null where nothing is known of the week before that. */
  readonly trend: number | null;
}

interface Row {
  readonly repository: number;
  readonly summary: string;
  readonly trend: number | null;
}

const sql = `
  select s.repository, s.summary, s.percent - (
    select d.percent from sprintgate.standing_days d
    where d.repository = s.repository and d.day between s.day - 14 and s.day - 7 order by d.day desc limit 1
  ) as trend
  from sprintgate.standings s where s.repository = any($1::bigint[]) order by s.repository
`;

/** How repositories stand, those that were judged; by id. Nothing but their summaries is read. */
export async function listStandings(db: Database, repositories: readonly number[]): Promise<StandingSummary[]> {
  const rows = await db.query<Row>(sql, [repositories]);
  return rows.map(({ repository, summary, trend }) => ({ ...(JSON.parse(summary) as StandingFigures), repository, trend }));
}
