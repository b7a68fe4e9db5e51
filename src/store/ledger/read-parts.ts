import { inflateSync } from 'node:zlib';
import { namedParts } from '../../core/ledger/named-parts.ts';
import type { Database } from '../database.ts';

const sql = `select digest, encode(packed, 'base64') as packed from sprintgate.ledger_parts where repository = $1 and digest = any($2::text[])`;

/** How many are asked for at once. */
const together = 64;

/** A snapshot's parts, all that it names, by their digests; those that are gone or cannot be unpacked are left out. */
export async function readParts(db: Database, { repository, digest }: { readonly repository: number; readonly digest: string }): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  const asked = new Set([digest]);
  for (let open = [digest]; open.length > 0;) {
    const rows = await db.query<{ digest: string; packed: string }>(sql, [repository, open.slice(0, together)]);
    open = open.slice(together);
    for (const row of rows) {
      const text = unpackPart(row.packed);
      if (text === null) continue;
      parts.set(row.digest, text);
      const named = namedParts(text).filter((name) => !asked.has(name));
      for (const name of named) asked.add(name);
      open.push(...new Set(named));
    }
  }
  return parts;
}

/** The text of a part from how it is kept (deflated, base64); null when it is broken. */
export function unpackPart(packed: string): string | null {
  try {
    return inflateSync(Buffer.from(packed, 'base64')).toString('utf8');
  } catch {
    return null;
  }
}
