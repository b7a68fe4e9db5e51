import type { Database } from '../database.ts';
import type { GoodConfig } from './good-config.ts';

interface Row extends Omit<GoodConfig, 'playbook'> {
  readonly ownPlaybook: string | null;
}

/** The last config of a repository that could be used; null when there never was one. */
export async function findGoodPolicy(db: Database, repository: number): Promise<GoodConfig | null> {
  const sql = 'select file, content as text, commit_sha as commit, own_playbook as "ownPlaybook" from sprintgate.good_policies where repository = $1';
  const [row] = await db.query<Row>(sql, [repository]);
  if (!row) return null;
  const { ownPlaybook, ...config } = row;
  // We wrote it ourselves.
  return ownPlaybook === null ? config : { ...config, playbook: JSON.parse(ownPlaybook) as NonNullable<GoodConfig['playbook']> };
}
