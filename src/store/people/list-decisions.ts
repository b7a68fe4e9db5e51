import type { Decision } from '../../core/people/decision.ts';
import type { Database } from '../database.ts';

/** Every decision of a repository, in the order in which they were accepted. */
export async function listDecisions(db: Database, repository: number): Promise<Decision[]> {
  const sql = 'select body from sprintgate.decisions where repository = $1 order by at, position';
  const rows = await db.query<{ body: string }>(sql, [repository]);
  return rows.map((row) => JSON.parse(row.body) as Decision);
}
