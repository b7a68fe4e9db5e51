import type { Outcome } from '../../core/verdict/verdict.ts';
import type { Database } from '../database.ts';

/** An entry in one line. */
export interface LedgerLine {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  /** The printed key that it is about. */
  readonly subject: string;
  readonly digest: string;
  readonly erased: boolean;
  /** How gates came out in it; empty where it judged none, or where it is too long to be looked into for a list. */
  readonly gates: readonly { readonly gate: string; readonly outcomes: readonly Outcome[] }[];
}

const sql = `
  select l.seq, l.at, l.kind, l.subject, l.digest, p.erased_at is not null as erased,
    case when l.kind = 'decision' and length(p.payload) < 200000 then (
      select jsonb_agg(jsonb_build_object('gate', g -> 'gate', 'outcomes', jsonb_path_query_array(g, '$.pulls[*].verdict.verdict')))
      from jsonb_path_query(p.payload::jsonb, '$.decision.gates[*]') g
    ) end as gates
  from sprintgate.ledger l left join sprintgate.ledger_payloads p on p.repository = l.repository and p.seq = l.seq
  where l.repository = $1 and l.seq < $2 order by l.seq desc limit $3
`;

type Row = Omit<LedgerLine, 'gates'> & { readonly gates: LedgerLine['gates'] | null };

/** Entries before a number, the newest first; `before` null: from the last one on. */
export async function listNewest(
  db: Database,
  repository: number,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<LedgerLine[]> {
  const rows = await db.query<Row>(sql, [repository, before ?? 2_147_483_647, limit]);
  return rows.map((row) => ({ ...row, gates: row.gates ?? [] }));
}
