import type { Database } from '../database.ts';

/** What came after a decision, and what was said on the conversation before it. */
export interface ToldAround {
  readonly outcome: string | null;
  readonly comments: readonly { readonly seq: number; readonly at: string; readonly subject: string; readonly digest: string; readonly payload: string }[];
}

const outcome = `
  select p.payload from sprintgate.ledger l join sprintgate.ledger_payloads p on p.repository = l.repository and p.seq = l.seq
  where l.repository = $1 and l.subject = $2 and l.seq > $3 and l.kind = 'outcome' order by l.seq limit 1`;

const comments = `
  select * from (
    select l.seq, l.at, l.subject, l.digest, p.payload
    from sprintgate.ledger l join sprintgate.ledger_payloads p on p.repository = l.repository and p.seq = l.seq
    where l.repository = $1 and l.subject = $2 and l.seq < $3 and l.kind = 'decision' and p.payload is not null
    order by l.seq desc limit $4
  ) as newest order by seq`;

/** As many as a page shows. */
const mostComments = 50;

/** What a decision's writes came to, and the last commands on the pull request before it. */
export async function findToldAround(
  db: Database,
  { repository, subject, seq, pull }: { readonly repository: number; readonly subject: string; readonly seq: number; readonly pull: number },
): Promise<ToldAround> {
  const [after] = await db.query<{ payload: string | null }>(outcome, [repository, subject, seq]);
  const before = await db.query<ToldAround['comments'][number]>(comments, [repository, `${repository}/issue/${pull}`, seq, mostComments]);
  return { outcome: after?.payload ?? null, comments: before };
}
