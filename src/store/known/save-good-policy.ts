import type { Database } from '../database.ts';
import type { GoodConfig } from './good-config.ts';

const sql = `
  insert into sprintgate.good_policies (repository, file, content, commit_sha, own_playbook) values ($1, $2, $3, $4, $5)
  on conflict (repository) do update set file = excluded.file, content = excluded.content, commit_sha = excluded.commit_sha, own_playbook = excluded.own_playbook
`;

/** Keeps a repository's config that could be used: it stays in force while a later one is broken. */
export async function saveGoodPolicy(db: Database, repository: number, config: GoodConfig): Promise<void> {
  await db.query(sql, [repository, config.file, config.text, config.commit, config.playbook ? JSON.stringify(config.playbook) : null]);
}
