import { namedParts } from '../../core/ledger/named-parts.ts';
import type { Database } from '../database.ts';
import { unpackPart } from './read-parts.ts';

const together = 200;

/** Deletes the parts of these snapshots that no entry rests on any more, and answers how many. Inside the transaction that holds the chain. */
export async function deleteParts(transaction: Database, repository: number, snapshots: readonly string[]): Promise<number> {
  if (snapshots.length === 0) return 0;
  const sql = 'select distinct unnest(snapshots) as digest from sprintgate.ledger_payloads where repository = $1';
  const remaining = await transaction.query<{ digest: string }>(sql, [repository]);
  const used = await reach(transaction, repository, { from: remaining.map(({ digest }) => digest), except: new Set() });
  const left = [...(await reach(transaction, repository, { from: snapshots, except: used }))];
  for (let at = 0; at < left.length; at += together)
    await transaction.query('delete from sprintgate.ledger_parts where repository = $1 and digest = any($2::text[])', [
      repository,
      left.slice(at, at + together),
    ]);
  return left.length;
}

/** Digests of all parts that can be reached from these snapshots. */
async function reach(
  db: Database,
  repository: number,
  { from, except }: { readonly from: readonly string[]; readonly except: ReadonlySet<string> },
): Promise<Set<string>> {
  const reached = new Set<string>();
  let open = from.filter((digest) => !except.has(digest));
  for (const digest of open) reached.add(digest);
  while (open.length > 0) {
    const sql = `select encode(packed, 'base64') as packed from sprintgate.ledger_parts where repository = $1 and digest = any($2::text[])`;
    const rows = await db.query<{ packed: string }>(sql, [repository, open.slice(0, together)]);
    open = open.slice(together);
    for (const name of rows.flatMap(({ packed }) => namedParts(unpackPart(packed) ?? ''))) {
      if (reached.has(name) || except.has(name)) continue;
      reached.add(name);
      open.push(name);
    }
  }
  return reached;
}
