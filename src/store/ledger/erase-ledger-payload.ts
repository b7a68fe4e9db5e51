import type { Database } from '../database.ts';

export interface Erasure {
  readonly repository: number;
  readonly seq: number;
  readonly at: string;
  readonly because: string;
}

/** Erases what an entry says, for good, and keeps its link: the chain still verifies. False when there was nothing to erase. */
export async function eraseLedgerPayload(db: Database, erasure: Erasure): Promise<boolean> {
  const sql = `
    update sprintgate.ledger_payloads set payload = null, salt = null, erased_at = $3, erased_because = $4
    where repository = $1 and seq = $2 and erased_at is null returning seq`;
  const rows = await db.query(sql, [erasure.repository, erasure.seq, erasure.at, erasure.because]);
  return rows.length > 0;
}
