import type { Database } from '../database.ts';

/** The last entry of a repository's chain, which each check's output publishes; null when there is none yet. */
export async function ledgerHead(db: Database, repository: number): Promise<{ seq: number; digest: string } | null> {
  const sql = 'select seq, digest from sprintgate.ledger where repository = $1 order by seq desc limit 1';
  const [head] = await db.query<{ seq: number; digest: string }>(sql, [repository]);
  return head ?? null;
}
