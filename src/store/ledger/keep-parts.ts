import { deflateSync } from 'node:zlib';
import type { LedgerPart } from '../../core/ledger/packed-snapshot.ts';
import type { Database } from '../database.ts';

/** How many go in one statement: an embedded database holds up everything while it takes one. */
const together = 32;

const missing = `
  select wanted.digest from unnest($2::text[]) as wanted(digest)
  where not exists (select 1 from sprintgate.ledger_parts kept where kept.repository = $1 and kept.digest = wanted.digest)`;
const insert = `
  insert into sprintgate.ledger_parts (repository, digest, packed)
  select $1, new.digest, decode(new.packed, 'base64') from unnest($2::text[], $3::text[]) as new(digest, packed)
  on conflict (repository, digest) do nothing`;

/** Keeps those parts that the repository does not have yet. In the transaction that holds the chain, so that nobody takes one of them away. */
export async function keepParts(transaction: Database, repository: number, parts: readonly LedgerPart[]): Promise<void> {
  const digests = [...new Set(parts.map(({ digest }) => digest))];
  const rows = await transaction.query<{ digest: string }>(missing, [repository, digests]);
  const wanted = new Set(rows.map(({ digest }) => digest));
  const fresh = parts.filter(({ digest }) => wanted.delete(digest));
  for (let at = 0; at < fresh.length; at += together) {
    const some = fresh.slice(at, at + together);
    await transaction.query(insert, [repository, some.map(({ digest }) => digest), some.map(({ text }) => deflateSync(text).toString('base64'))]);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
