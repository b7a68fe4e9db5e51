import { entryDigest, payloadDigest } from '../../core/ledger/ledger-entry.ts';
import type { Database } from '../database.ts';
import type { JudgedRow } from './list-judged.ts';

const sql = 'select payload, salt from sprintgate.ledger_payloads where repository = $1 and seq = $2';

/** What a decision says, as JSON; null when it is gone, or when entry or words are not those that the chain covers. */
export async function readPayloadOf(db: Database, repository: number, row: JudgedRow): Promise<string | null> {
  const [kept] = await db.query<{ payload: string | null; salt: string | null }>(sql, [repository, row.seq]);
  if (!kept || kept.payload === null || kept.salt === null) return null;
  const { seq, at, subject, previous, payloadDigest: named } = row;
  const isWhole =
    payloadDigest(kept.salt, kept.payload) === named &&
    entryDigest({ repository, seq, at, kind: 'decision', subject, payloadDigest: named, previous }) === row.digest;
  return isWhole ? kept.payload : null;
}
