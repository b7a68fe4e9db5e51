import { gunzipSync } from 'node:zlib';
import type { Database } from '../database.ts';

export interface ReadAt {
  readonly repository: number;
  readonly kind: string;
  readonly key: string;
  /** `YYYY-MM-DD`: when it is asked for, or was learnt. */
  readonly on: string;
}

const note = 'update sprintgate.kept_reads set used_on = $4 where repository = $1 and kind = $2 and key = $3 and used_on < $4';

/** What is kept of a repository under a key, or null. That it was used is noted, once a day. */
export async function findRead(db: Database, { repository, kind, key, on }: ReadAt): Promise<unknown> {
  const [row] = await db.query<{ body: string; stale: boolean }>(
    'select body, used_on < $4::date as stale from sprintgate.kept_reads where repository = $1 and kind = $2 and key = $3',
    [repository, kind, key, on],
  );
  if (!row) return null;
  if (row.stale) await db.query(note, [repository, kind, key, on]);
  return JSON.parse(gunzipSync(Buffer.from(row.body, 'base64')).toString('utf8'));
}
