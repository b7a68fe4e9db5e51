import type { Database } from '../database.ts';

/** Holds up everybody else who wants to append to a repository's chain or erase from it, until the transaction ends. */
export async function lockChain(transaction: Database, repository: number): Promise<void> {
  await transaction.query("select pg_advisory_xact_lock(hashtextextended('sprintgate/ledger/' || $1::text, 0))", [String(repository)]);
}
