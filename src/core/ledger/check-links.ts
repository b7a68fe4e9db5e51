import { beginning, entryDigest, payloadDigest, type StoredLedgerEntry } from './ledger-entry.ts';
import type { LedgerFault } from './ledger-fault.ts';
import type { LedgerPayload } from './read-payload.ts';

/** Checks one entry after the other against the one before, and what it says against its own digest. */
export function checkLinks(report: (fault: LedgerFault) => void): (entry: StoredLedgerEntry, payload: LedgerPayload | null) => void {
  let last = { seq: 0, digest: beginning };
  return (entry, payload) => {
    const { seq } = entry;
    if (seq !== last.seq + 1) report({ seq: last.seq + 1, fault: 'missing-entry' });
    else if (entry.previous !== last.digest) report({ seq, fault: 'broken-link' });
    if (entryDigest(entry) !== entry.digest) report({ seq, fault: 'changed-entry' });
    checkPayload(entry, payload, report);
    last = { seq, digest: entry.digest };
  };
}

function checkPayload(entry: StoredLedgerEntry, payload: LedgerPayload | null, report: (fault: LedgerFault) => void): void {
  const { seq } = entry;
  if (entry.erasedAt === null && (entry.payload === null || entry.salt === null)) return report({ seq, fault: 'missing-payload' });
  // What says that it was erased and is still there was tampered with, as was what says why and never was.
  const isThere = entry.payload !== null && entry.salt !== null;
  if (isThere && (entry.erasedAt !== null || entry.erasedBecause !== null || payloadDigest(entry.salt, entry.payload) !== entry.payloadDigest))
    return report({ seq, fault: 'changed-payload' });
  if (!isThere && (entry.payload !== null || entry.salt !== null)) report({ seq, fault: 'changed-payload' });
  const named = payload?.snapshots ?? [];
  if (named.length !== entry.snapshots.length || named.some((digest, index) => digest !== entry.snapshots[index])) report({ seq, fault: 'changed-snapshots' });
}
