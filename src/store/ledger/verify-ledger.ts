import { type Against, type LedgerReport, verifyChain } from '../../core/ledger/verify-chain.ts';
import type { Database } from '../database.ts';
import { databaseLedger } from './database-ledger.ts';

/** Checks a repository's ledger in a database. It reads, and never repairs. */
export async function verifyLedger(db: Database, { repository, ...against }: Against & { readonly repository: number }): Promise<LedgerReport> {
  return verifyChain(databaseLedger(db, repository), against);
}
