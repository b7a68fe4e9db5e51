import type { StoredLedgerEntry } from '../../core/ledger/ledger-entry.ts';
import type { Database } from '../database.ts';

export interface LedgerPage {
  readonly repository: number;
  /** Entries after this number; 0 for the beginning. */
  readonly after: number;
  readonly limit: number;
  readonly subject?: string;
}

const sql = `
  select l.repository, l.seq, l.at, l.kind, l.subject, l.payload_digest as "payloadDigest", l.previous, l.digest,
    p.payload, p.salt, p.erased_at as "erasedAt", p.erased_because as "erasedBecause", coalesce(p.snapshots, '{}') as snapshots
  from sprintgate.ledger l left join sprintgate.ledger_payloads p on p.repository = l.repository and p.seq = l.seq
  where l.repository = $1 and l.seq > $2 and ($4::text is null or l.subject = $4)
  order by l.seq limit $3
`;

/** Entries in their order, a page at a time. */
export async function listLedger(db: Database, page: LedgerPage): Promise<StoredLedgerEntry[]> {
  return db.query<StoredLedgerEntry>(sql, [page.repository, page.after, page.limit, page.subject ?? null]);
}
