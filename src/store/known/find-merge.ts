import type { MergeFacts } from '../../core/ledger/merge-facts.ts';
import type { Database } from '../database.ts';

interface Row {
  readonly at: string;
  readonly id: number | null;
  readonly login: string | null;
  readonly headSha: string;
  readonly mergeSha: string | null;
}

const sql = `
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, by_id as id, by_login as login, head_sha as "headSha", merge_sha as "mergeSha"
  from sprintgate.merges where repository = $1 and pull = $2`;

/** The merge of a pull request as GitHub told of it; null where it did not. */
export async function findMerge(db: Database, repository: number, pull: number): Promise<MergeFacts | null> {
  const [row] = await db.query<Row>(sql, [repository, pull]);
  if (!row) return null;
  const { id, login, ...facts } = row;
  return { ...facts, by: id !== null && login !== null ? { id, login } : null };
}
