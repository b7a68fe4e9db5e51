import { keyLedger } from '../../core/ledger/key-ledger.ts';
import type { Database } from '../database.ts';

export interface Overdue {
  readonly repository: number;
  /** `owner/name` as it was last seen; null where it never was. */
  readonly name: string | null;
  /** Whose key signs; null where the app is no longer installed. */
  readonly installation: number | null;
}

const sql = `
  select o.repository, r.owner || '/' || r.name as name, r.installation
  from (
    select distinct l.repository from sprintgate.ledger l join sprintgate.ledger_payloads p on p.repository = l.repository and p.seq = l.seq
    where l.repository <> ${keyLedger} and l.kind <> 'tombstone' and p.erased_at is null and l.at::timestamptz < $1::timestamptz
  ) o left join sprintgate.repositories r on r.id = o.repository
  order by o.repository`;

/** The repositories in whose ledgers entries from before an ISO time still say something. It reads every link. */
export async function findOverdue(db: Database, before: string): Promise<Overdue[]> {
  return db.query<Overdue>(sql, [before]);
}

/** Whether this role may erase: the owner of the tables may, the app's own role may not. */
export async function mayErase(db: Database): Promise<boolean> {
  const [row] = await db.query<{ may: boolean }>(
    "select has_table_privilege('sprintgate.ledger_payloads', 'update') and has_table_privilege('sprintgate.ledger_parts', 'delete') as may",
  );
  return row?.may === true;
}
