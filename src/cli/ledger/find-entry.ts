import { InputError } from '../../core/errors/input-error.ts';
import type { DecisionPayload } from '../../core/ledger/decision-payload.ts';
import { entryDigest, payloadDigest, type StoredLedgerEntry } from '../../core/ledger/ledger-entry.ts';
import type { Database } from '../../store/database.ts';
import { listLedger } from '../../store/ledger/list-ledger.ts';

/** One entry of a ledger. */
export async function findEntry(db: Database, { repository, seq }: { readonly repository: number; readonly seq: number }): Promise<StoredLedgerEntry> {
  const [entry] = await listLedger(db, { repository, after: seq - 1, limit: 1 });
  if (!entry || entry.seq !== seq) throw new InputError(`this ledger has no entry ${seq}.`);
  return entry;
}

/** What a decision's entry says. Throws an InputError where it says nothing any more, or was tampered with. */
export function payloadOf(entry: StoredLedgerEntry): DecisionPayload {
  if (entry.kind !== 'decision') throw new InputError(`entry ${entry.seq} is no decision but ${entry.kind === 'outcome' ? 'an outcome' : `a ${entry.kind}`}.`);
  if (entry.payload === null || entry.salt === null)
    throw new InputError(`what entry ${entry.seq} said was erased${entry.erasedAt === null ? '' : ` at ${entry.erasedAt}`}.`);
  if (entryDigest(entry) !== entry.digest || payloadDigest(entry.salt, entry.payload) !== entry.payloadDigest)
    throw new InputError(`entry ${entry.seq} was tampered with: its digest is not that of what it says. \`sprintgate ledger verify\` looks at all of them.`);
  return JSON.parse(entry.payload) as DecisionPayload;
}
