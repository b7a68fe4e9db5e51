import type { DecidedEntry } from '../../core/ledger/decided-pull.ts';
import type { Database } from '../database.ts';
import { decidedColumns, decidedEntry, type DecidedRow } from './decided-row.ts';

// A pull request is judged under its own key, that of one with the same head, or that of a merge group.
const sql = `
  select ${decidedColumns}
  from sprintgate.ledger l join sprintgate.ledger_payloads p on p.repository = l.repository and p.seq = l.seq
  where l.repository = $1 and l.kind = 'decision' and l.at::timestamptz <= $3::timestamptz and p.payload is not null
    and l.seq in (
      select seq from sprintgate.ledger where repository = $1 and subject = $1::text || '/issue/' || $2::text
      union
      select seq from sprintgate.ledger_payloads
      where payload is not null and sprintgate.pulls_of(repository, payload) @> array[$1::text || '/' || $2::text] and repository = $1
    )
  order by l.seq`;

export interface DecidedQuery {
  readonly repository: number;
  readonly pull: number;
  /** ISO time up to which. */
  readonly until: string;
}

/** The decisions about a pull request and the commands on it, oldest first; those that were tampered with are not among them. */
export async function findDecided(db: Database, { repository, pull, until }: DecidedQuery): Promise<DecidedEntry[]> {
  return (await db.query<DecidedRow>(sql, [repository, pull, until])).flatMap(decidedEntry);
}
