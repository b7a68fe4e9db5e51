import type { Database } from '../database.ts';

/** A decision about a pull request, without what it says. */
export interface JudgedRow {
  readonly seq: number;
  readonly at: string;
  readonly subject: string;
  readonly digest: string;
  readonly previous: string;
  readonly payloadDigest: string;
  /** Whether what it said is gone, and since when; ISO time, null where nothing tells. */
  readonly erased: boolean;
  readonly erasedAt: string | null;
  readonly snapshots: readonly string[];
}

export interface JudgedQuery {
  readonly repository: number;
  readonly pull: number;
  /** Only entries before this number; null: from the newest on. */
  readonly before: number | null;
  readonly limit: number;
}

// By its own key also what was erased; under another key by what the entry says.
const sql = `
  select l.seq, l.at, l.subject, l.digest, l.previous, l.payload_digest as "payloadDigest",
    p.payload is null as erased, p.erased_at as "erasedAt", coalesce(p.snapshots, '{}') as snapshots
  from sprintgate.ledger l left join sprintgate.ledger_payloads p on p.repository = l.repository and p.seq = l.seq
  where l.repository = $1 and l.kind = 'decision' and ($3::int is null or l.seq < $3) and l.subject not like '%/deploy/%' and l.seq in (
    select seq from sprintgate.ledger where repository = $1 and subject = $1::text || '/pull/' || $2::text
    union
    select seq from sprintgate.ledger_payloads
    where payload is not null and sprintgate.pulls_of(repository, payload) @> array[$1::text || '/' || $2::text] and repository = $1
  )
  order by l.seq desc limit $4`;

/** The decisions about a pull request, newest first: under its own key, that of one with the same head, or that of a merge group. */
export async function listJudged(db: Database, { repository, pull, before, limit }: JudgedQuery): Promise<JudgedRow[]> {
  return db.query<JudgedRow>(sql, [repository, pull, before, limit]);
}
