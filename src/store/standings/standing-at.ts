import type { Database } from '../database.ts';

/** When a repository was judged last, and at which commit. */
export interface StandingAt {
  /** ISO time. */
  readonly at: string;
  readonly headSha: string;
  /** `YYYY-MM-DD` in the repository's own time zone. */
  readonly day: string;
  readonly timezone: string;
}

/** When and where a repository was judged last; null where it never was. */
export async function standingAt(db: Database, repository: number): Promise<StandingAt | null> {
  const [row] = await db.query<{ summary: string }>('select summary from sprintgate.standings where repository = $1', [repository]);
  return row ? (JSON.parse(row.summary) as StandingAt) : null;
}
