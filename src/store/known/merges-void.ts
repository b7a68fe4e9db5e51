import type { Database } from '../database.ts';

const sql = `
  select exists (
    select from sprintgate.good_policies where repository = $1 and (content like '%on-merge%' or own_playbook like '%on-merge%' or content like any($2::text[]))
  ) or exists (
    select from sprintgate.good_organisation_configs config join sprintgate.repositories known on lower(known.owner) = config.owner
    where known.id = $1 and (config.content like '%on-merge%' or config.content like any($2::text[]))
  ) as voids
`;

/**
 * Whether a merge can end a sign-off of a repository, as the configurations in force say: a look at their words, not at what
 * they mean, so that a comment that says `on-merge` costs some looks too many. `playbooks` are those of the operator that say it
 * for all who use them, e.g. `ours@1`.
 */
export async function mergesVoid(db: Database, repository: number, playbooks: readonly string[] = []): Promise<boolean> {
  const patterns = playbooks.map((reference) => `%${reference.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`);
  const [row] = await db.query<{ voids: boolean }>(sql, [repository, patterns]);
  return row?.voids === true;
}
