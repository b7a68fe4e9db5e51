import type { DecidedEntry } from '../../core/ledger/decided-pull.ts';
import type { Database } from '../database.ts';
import { decidedColumns, decidedEntry, type DecidedRow } from './decided-row.ts';

const sql = `
  select ${decidedColumns} from sprintgate.ledger l join sprintgate.ledger_payloads p on p.repository = l.repository and p.seq = l.seq
  where l.repository = $1 and l.subject = $1::text || '/deploy/' || $2::text and l.kind = 'decision' and l.at::timestamptz <= $3::timestamptz
    and p.payload is not null
  order by l.seq`;

/** The decisions about a workflow run that waited to deploy, oldest first; those that were tampered with are not among them. */
export async function findDeployed(
  db: Database,
  query: { readonly repository: number; readonly run: number; readonly until: string },
): Promise<DecidedEntry[]> {
  return (await db.query<DecidedRow>(sql, [query.repository, query.run, query.until])).flatMap(decidedEntry);
}
