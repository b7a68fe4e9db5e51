import type { Database } from '../../src/store/database.ts';

// Deadlines of the world on the stage lie years ahead; what is put off by the machine's clock does not.
const putOff = `name in ('keys', 'seed', 'wakes') and state = 'created' and start_after > now() and start_after < now() + interval '1 year'`;

/** How many looks wait for a time that is not here yet, because GitHub's limits allow them no sooner. */
export async function countPutOff(db: Database): Promise<number> {
  const [row] = await db.query<{ count: number }>(`select count(*)::int as count from sprintgate_jobs.job where ${putOff}`);
  return row?.count ?? 0;
}

/** Milliseconds, longer than GitHub ever asks anybody to wait. */
const hours = 3 * 3_600_000;

/**
 * Lets hours pass in the database for what was put off: it is due, and what is known of GitHub's limits is of long ago.
 * Answers by how many milliseconds the process that holds limits in mind has to go on.
 */
export async function letPass(db: Database): Promise<number> {
  await db.query('delete from sprintgate.budget');
  await db.query(`update sprintgate_jobs.job set start_after = now() where ${putOff}`);
  return hours;
}
