import { signTombstone, type ErasedEntry, type Tombstone } from '../../core/ledger/tombstone.ts';
import type { Database } from '../database.ts';
import { appendLedgerEntry } from './append-ledger-entry.ts';
import { deleteParts } from './delete-parts.ts';
import { lockChain } from './lock-chain.ts';

/** What is to be erased: what one entry says, or what all entries before a time say. */
export type Erased = { readonly seq: number } | { readonly before: string };

export interface Erasure {
  readonly repository: number;
  readonly what: Erased;
  readonly at: string;
  readonly because: string;
  /** The installation's, as it signs receipts. */
  readonly keys: Parameters<typeof signTombstone>[2];
}

export interface ErasureReport {
  /** What now stands in the ledger for it; null when there was nothing to erase. */
  readonly tombstone: Tombstone | null;
  /** Parts of snapshots on which nothing rests any more. */
  readonly parts: number;
}

interface Found extends ErasedEntry {
  readonly snapshots: string[];
}

const find = `
  select l.seq, l.payload_digest as "payloadDigest", p.snapshots
  from sprintgate.ledger l join sprintgate.ledger_payloads p on p.repository = l.repository and p.seq = l.seq
  where l.repository = $1 and l.kind <> 'tombstone' and p.erased_at is null
    and ($2::int is null or l.seq = $2) and ($3::text is null or l.at::timestamptz < $3::timestamptz)
  order by l.seq`;
const erase = `
  update sprintgate.ledger_payloads set payload = null, salt = null, snapshots = '{}', erased_at = $3, erased_because = $4
  where repository = $1 and seq = any($2::int[])`;

/**
 * Erases for good what entries say and what they alone rested on, and keeps their links: the chain still verifies. A signed
 * entry says what was erased, when and why; its own text must name nobody. All of it happens, or nothing.
 */
export async function eraseEntries(db: Database, erasure: Erasure): Promise<ErasureReport> {
  const { repository, what, at, because, keys } = erasure;
  return db.transaction(async (transaction) => {
    await lockChain(transaction, repository);
    const found = await transaction.query<Found>(find, [repository, 'seq' in what ? what.seq : null, 'before' in what ? what.before : null]);
    if (found.length === 0) return { tombstone: null, parts: 0 };
    await transaction.query("select set_config('sprintgate.erasing', 'on', true)");
    await transaction.query(erase, [repository, found.map(({ seq }) => seq), at, because]);
    const parts = await deleteParts(
      transaction,
      repository,
      found.flatMap(({ snapshots }) => snapshots),
    );
    await transaction.query("select set_config('sprintgate.erasing', 'off', true)");
    const kind = 'seq' in what ? 'erasure' : 'retention';
    const payload = signTombstone({ repository, kind, at, because }, found, keys);
    await appendLedgerEntry(transaction, { repository, at, kind: 'tombstone', subject: `${repository}/ledger`, payload });
    return { tombstone: payload.tombstone, parts };
  });
}
