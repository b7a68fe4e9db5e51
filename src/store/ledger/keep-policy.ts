import type { Database } from '../database.ts';

/** Keeps what a policy says, once for each digest: ledger entries name the digest alone. The content's sha256 is the digest. */
export async function keepPolicy(db: Database, digest: string, content: string): Promise<void> {
  await db.query('insert into sprintgate.policies (digest, content) values ($1, $2) on conflict (digest) do nothing', [digest, content]);
}
