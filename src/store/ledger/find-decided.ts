import type { DecidedEntry } from '../../core/ledger/decided-pull.ts';
import type { DecisionPayload } from '../../core/ledger/decision-payload.ts';
import { payloadDigest } from '../../core/ledger/ledger-entry.ts';
import type { Database } from '../database.ts';

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly digest: string;
  readonly subject: string;
  readonly salt: string;
  readonly payload: string;
  readonly payloadDigest: string;
  readonly outcome: string | null;
}

// A pull request is judged under its own key, that of one with the same head, or that of a merge group.
const sql = `
  select l.seq, l.at, l.digest, l.subject, l.payload_digest as "payloadDigest", p.salt, p.payload, (
    select o.payload from sprintgate.ledger next join sprintgate.ledger_payloads o on o.repository = next.repository and o.seq = next.seq
    where next.repository = l.repository and next.subject = l.subject and next.seq > l.seq and next.kind = 'outcome' order by next.seq limit 1
  ) as outcome
  from sprintgate.ledger l join sprintgate.ledger_payloads p on p.repository = l.repository and p.seq = l.seq
  where l.repository = $1 and l.kind = 'decision' and l.at::timestamptz <= $3::timestamptz and p.payload is not null
    and (l.subject = $1::text || '/issue/' || $2::text or position('"pull":{"number":' || $2::text || '}' in p.payload) > 0)
  order by l.seq`;

export interface DecidedQuery {
  readonly repository: number;
  readonly pull: number;
  /** ISO time up to which. */
  readonly until: string;
}

/** The decisions about a pull request and the commands on it, oldest first; those that were tampered with are not among them. */
export async function findDecided(db: Database, { repository, pull, until }: DecidedQuery): Promise<DecidedEntry[]> {
  const rows = await db.query<Row>(sql, [repository, pull, until]);
  return rows.flatMap(({ seq, at, digest, subject, salt, payload, payloadDigest: named, outcome }) => {
    if (payloadDigest(salt, payload) !== named) return [];
    const outcomes = JSON.parse(outcome ?? 'null') as unknown;
    return [
      { seq, at, digest, subject, payload: JSON.parse(payload) as DecisionPayload, outcomes: Array.isArray(outcomes) ? (outcomes as { id?: number }[]) : null },
    ];
  });
}
