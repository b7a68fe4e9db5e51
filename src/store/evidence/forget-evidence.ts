import type { Database } from '../database.ts';

/** Parts of some MB hang on a row: a transaction takes few, and others come in between. */
const together = 50;
const mostTogether = 100;

const sql = `
  delete from sprintgate.bundles where (repository, run_id, run_attempt, job, upload_name) in (
    select repository, run_id, run_attempt, job, upload_name from sprintgate.bundles b
    where used_on < $1::date
      and not exists (select 1 from sprintgate.pulls p where p.repository = b.repository and p.open and p.head_sha in (b.head_sha, b.tested_sha))
      and not exists (select 1 from sprintgate.waiting_runs w where w.repository = b.repository and w.head_sha in (b.head_sha, b.tested_sha))
    order by used_on limit ${together} for update skip locked
  ) returning 1 as one
`;

/**
 * Deletes evidence that no look has used since before a day, `YYYY-MM-DD`, and answers how many uploads. That of an open pull
 * request's head, and of a commit that waits to be deployed, stays however old it is. 5,000 at most: the next time goes on.
 */
export async function forgetEvidence(db: Database, before: string): Promise<number> {
  let gone = 0;
  for (let turn = 0; turn < mostTogether; turn += 1) {
    const deleted = (await db.query(sql, [before])).length;
    gone += deleted;
    if (deleted < together) break;
  }
  return gone;
}
