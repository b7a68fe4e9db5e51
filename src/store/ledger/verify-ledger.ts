import type { Database } from '../database.ts';
import { beginning, entryDigest, payloadDigest } from './ledger-entry.ts';
import { listLedger, type StoredLedgerEntry } from './list-ledger.ts';

export type LedgerFault = 'missing-entry' | 'broken-link' | 'changed-entry' | 'changed-payload' | 'missing-payload' | 'head-differs';

export interface LedgerReport {
  readonly entries: number;
  readonly erased: number;
  readonly head: { readonly seq: number; readonly digest: string } | null;
  /** Empty when the chain holds. */
  readonly faults: readonly { readonly seq: number; readonly fault: LedgerFault }[];
}

export interface Verification {
  readonly repository: number;
  /** Heads that were published elsewhere, e.g. in checks on GitHub. Without them a cut-off tail cannot be seen. */
  readonly published?: readonly { readonly seq: number; readonly digest: string }[];
}

/** Checks a repository's chain link by link, and against published heads. It reads, and never repairs. */
export async function verifyLedger(db: Database, verification: Verification): Promise<LedgerReport> {
  const chain = startOf(verification);
  const page = { repository: verification.repository, limit: 500 };
  for (let entries = await listLedger(db, { ...page, after: 0 }); entries.length > 0; entries = await listLedger(db, { ...page, after: chain.last.seq })) {
    for (const entry of entries) checkEntry(chain, entry);
  }
  for (const [seq] of chain.expected) chain.faults.push({ seq, fault: 'head-differs' });
  return { entries: chain.entries, erased: chain.erased, head: chain.last.seq > 0 ? chain.last : null, faults: chain.faults };
}

interface Chain {
  last: { seq: number; digest: string };
  entries: number;
  erased: number;
  readonly expected: Map<number, string>;
  readonly faults: { seq: number; fault: LedgerFault }[];
}

function startOf(verification: Verification): Chain {
  const expected = new Map((verification.published ?? []).map(({ seq, digest }) => [seq, digest]));
  return { last: { seq: 0, digest: beginning }, entries: 0, erased: 0, expected, faults: [] };
}

function checkEntry(chain: Chain, entry: StoredLedgerEntry): void {
  const { seq } = entry;
  if (seq !== chain.last.seq + 1) chain.faults.push({ seq: chain.last.seq + 1, fault: 'missing-entry' });
  else if (entry.previous !== chain.last.digest) chain.faults.push({ seq, fault: 'broken-link' });
  if (entryDigest(entry) !== entry.digest) chain.faults.push({ seq, fault: 'changed-entry' });
  const fault = payloadFault(entry);
  if (fault) chain.faults.push({ seq, fault });
  if (chain.expected.get(seq) === entry.digest) chain.expected.delete(seq);
  chain.entries += 1;
  chain.erased += entry.erasedAt === null ? 0 : 1;
  chain.last = { seq, digest: entry.digest };
}

function payloadFault(entry: StoredLedgerEntry): LedgerFault | null {
  if (entry.erasedAt !== null) return null;
  if (entry.payload === null || entry.salt === null) return 'missing-payload';
  return payloadDigest(entry.salt, entry.payload) === entry.payloadDigest ? null : 'changed-payload';
}
