import type { Database } from '../database.ts';
import type { GoodConfig } from './good-config.ts';

/** The last config of an organisation that could be read and used; null when there never was one. */
export async function findGoodOrganisationConfig(db: Database, owner: string): Promise<GoodConfig | null> {
  const sql = 'select file, content as text, commit_sha as commit from sprintgate.good_organisation_configs where owner = $1';
  const [row] = await db.query<GoodConfig>(sql, [owner.toLowerCase()]);
  return row ?? null;
}
