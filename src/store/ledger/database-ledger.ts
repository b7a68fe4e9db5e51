import type { StoredLedgerEntry } from '../../core/ledger/ledger-entry.ts';
import type { DecisionRow, LedgerReader } from '../../core/ledger/ledger-reader.ts';
import type { Database } from '../database.ts';
import { findPolicy } from './find-policy.ts';
import { listLedger } from './list-ledger.ts';
import { unpackPart } from './read-parts.ts';

/** What a database keeps of a repository's ledger. */
export function databaseLedger(db: Database, repository: number): LedgerReader {
  return {
    repository,
    entries: () => entriesOf(db, repository),
    async *parts() {
      for await (const { digest, packed } of packedParts(db, repository)) yield { digest, text: unpackPart(packed) };
    },
    policy: (digest) => findPolicy(db, digest),
    decisions: () => decisionsOf(db, repository),
  };
}

/** All parts as they are kept: deflated, in base64. */
export async function* packedParts(db: Database, repository: number): AsyncGenerator<{ digest: string; packed: string }> {
  const sql = `
    select digest, encode(packed, 'base64') as packed from sprintgate.ledger_parts where repository = $1 and digest > $2 order by digest limit 200`;
  for (let after = ''; ;) {
    const rows = await db.query<{ digest: string; packed: string }>(sql, [repository, after]);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.digest;
  }
}

async function* entriesOf(db: Database, repository: number): AsyncGenerator<StoredLedgerEntry> {
  for (let after = 0; ;) {
    const rows = await listLedger(db, { repository, after, limit: 200 });
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

async function* decisionsOf(db: Database, repository: number): AsyncGenerator<DecisionRow> {
  const sql = 'select id, kind, subject, at, body, position from sprintgate.decisions where repository = $1 and position > $2 order by position limit 500';
  for (let after = 0; ;) {
    const rows = await db.query<DecisionRow & { position: number }>(sql, [repository, after]);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.position;
  }
}
