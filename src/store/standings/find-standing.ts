import { gunzipSync } from 'node:zlib';
import type { Standing } from '../../core/standing/standing.ts';
import type { Database } from '../database.ts';

/** How a repository stood when it was judged last; null where it never was, or by a version that kept another form. */
export async function findStanding(db: Database, repository: number): Promise<Standing | null> {
  const [row] = await db.query<{ body: string }>('select body from sprintgate.standings where repository = $1', [repository]);
  if (!row) return null;
  const kept = JSON.parse(gunzipSync(Buffer.from(row.body, 'base64')).toString('utf8')) as { readonly version: number };
  return kept.version === 1 ? (kept as Standing) : null;
}
