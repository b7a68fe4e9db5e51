import { gzipSync } from 'node:zlib';
import type { Database } from '../database.ts';
import type { ReadAt } from './find-read.ts';

const sql = `
  insert into sprintgate.kept_reads (repository, kind, key, body, used_on) values ($1, $2, $3, $4, $5)
  on conflict (repository, kind, key) do update set body = excluded.body, used_on = excluded.used_on
`;

/** Keeps a JSON value under a key, in place of what was kept there. */
export async function keepRead(db: Database, { repository, kind, key, on }: ReadAt, value: unknown): Promise<void> {
  const body = gzipSync(JSON.stringify(value)).toString('base64');
  await db.query(sql, [repository, kind, key, body, on]);
}
