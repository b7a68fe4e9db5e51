import type { Database } from '../database.ts';

const sql = `
  select exists (
    select from sprintgate.good_policies where repository = $1 and (content like '%on-merge%' or own_playbook like '%on-merge%')
  ) or exists (
    select from sprintgate.good_organisation_configs config join sprintgate.repositories known on lower(known.owner) = config.owner
    where known.id = $1 and config.content like '%on-merge%'
  ) as voids
`;

/**
 * Whether a merge can end a sign-off of a repository, as the configurations in force say: a look at their words, not at what
 * they mean, so that a comment that says `on-merge` costs some looks too many. Where an operator's own playbook says it for
 * all, nothing is found here, and the hourly look finds it.
 */
export async function mergesVoid(db: Database, repository: number): Promise<boolean> {
  const [row] = await db.query<{ voids: boolean }>(sql, [repository]);
  return row?.voids === true;
}
