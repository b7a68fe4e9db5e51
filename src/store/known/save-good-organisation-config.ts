import type { Database } from '../database.ts';
import type { GoodConfig } from './good-config.ts';

const sql = `
  insert into sprintgate.good_organisation_configs (owner, file, content, commit_sha) values ($1, $2, $3, $4)
  on conflict (owner) do update set file = excluded.file, content = excluded.content, commit_sha = excluded.commit_sha
`;

/** Keeps an organisation's config that could be read and used. */
export async function saveGoodOrganisationConfig(db: Database, owner: string, config: GoodConfig): Promise<void> {
  // GitHub's logins do not tell upper from lower case.
  await db.query(sql, [owner.toLowerCase(), config.file, config.text, config.commit]);
}
