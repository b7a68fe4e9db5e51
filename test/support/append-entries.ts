import { appendLedgerEntry } from '../../src/store/ledger/append-ledger-entry.ts';
import { openStore } from '../../src/store/open-store.ts';

/** Appends so many entries to one ledger as fast as it can, in a process of its own: `append-entries.ts URL COUNT`. */
const [, , url = '', count = '0'] = process.argv;
const store = await openStore(url);
const entry = { repository: 77, at: '2027-01-11T10:00:00Z', kind: 'decision', subject: '77/pull/1', payload: { by: process.pid } };
await Promise.all(Array.from({ length: Number(count) }, () => appendLedgerEntry(store.db, entry)));
await store.close();
