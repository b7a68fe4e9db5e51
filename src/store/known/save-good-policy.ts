import type { Database } from '../database.ts';
import type { GoodConfig } from './good-config.ts';

const sql = `
  insert into sprintgate.good_policies (repository, file, content, commit_sha) values ($1, $2, $3, $4)
  on conflict (repository) do update set file = excluded.file, content = excluded.content, commit_sha = excluded.commit_sha
`;

/** Keeps a repository's config that could be used: it stays in force while a later one is broken. */
export async function saveGoodPolicy(db: Database, repository: number, config: GoodConfig): Promise<void> {
  await db.query(sql, [repository, config.file, config.text, config.commit]);
}
