import type { Database } from '../database.ts';

/** What a policy of the ledger said, as canonical JSON; null when it was never in force. */
export async function findPolicy(db: Database, digest: string): Promise<string | null> {
  const [row] = await db.query<{ content: string }>('select content from sprintgate.policies where digest = $1', [digest]);
  return row?.content ?? null;
}
