import type { Database } from '../database.ts';

interface Row {
  readonly repository: number;
  readonly percents: string;
}

const sql = `
  select repository, json_agg(percent order by day)::text as percents from sprintgate.standing_days
  where repository = any($1::bigint[]) and day >= $2::date group by repository
`;

/** Readiness of repositories by day from one on (`YYYY-MM-DD`), in percent, oldest first; those without a day are left out. */
export async function listReadinessDays(db: Database, repositories: readonly number[], from: string): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await db.query<Row>(sql, [repositories, from]);
  return new Map(rows.map(({ repository, percents }) => [repository, JSON.parse(percents) as number[]]));
}
