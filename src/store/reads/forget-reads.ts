import type { Database } from '../database.ts';

/** What nobody asked for this long is read again when somebody does. */
const daysKept = 30;
/** A repository keeps no more than this, the newest used first: some 300 heads with their runs. */
const mostKept = 2_000;

const old = 'delete from sprintgate.kept_reads where repository = $1 and used_on < $2::date - $3::int';
const beyond = `
  delete from sprintgate.kept_reads where repository = $1 and (kind, key) in (
    select kind, key from sprintgate.kept_reads where repository = $1 order by used_on desc, kind, key offset $2::int
  )
`;

// Of repositories that the app has left nobody asks: they are found by their age, some at a time. Two who look at once take
// different ones, and wait for nobody.
const left = `
  delete from sprintgate.kept_reads where (repository, kind, key) in (
    select repository, kind, key from sprintgate.kept_reads where used_on < $1::date - $2::int order by used_on limit 500 for update skip locked
  )
`;

/** Drops what a repository no longer needs, and some of what others have not needed for long. `on` is today, `YYYY-MM-DD`. Nothing is lost by it but requests. */
export async function forgetReads(db: Database, repository: number, on: string): Promise<void> {
  await db.query(old, [repository, on, daysKept]);
  await db.query(beyond, [repository, mostKept]);
  await db.query(left, [on, 2 * daysKept]);
}
