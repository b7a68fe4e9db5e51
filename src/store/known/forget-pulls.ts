import type { Database } from '../database.ts';

const sql = `
  delete from sprintgate.pulls where (repository, number) in (
    select repository, number from sprintgate.pulls where not open and updated_at < $1 order by updated_at limit 5000 for update skip locked
  ) returning 1 as one
`;

/**
 * Deletes from the index the pull requests that closed before an ISO time, 5,000 at most, and answers how many. What is known
 * of a closed one only keeps a late webhook from opening it again.
 */
export async function forgetPulls(db: Database, before: string): Promise<number> {
  // As `savePull` writes it, so that it sorts as time.
  return (await db.query(sql, [new Date(before).toISOString()])).length;
}
