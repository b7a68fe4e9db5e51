import type { StoredLedgerEntry } from './ledger-entry.ts';
import type { LedgerFault } from './ledger-fault.ts';
import type { LedgerPayload } from './read-payload.ts';
import { erasedDigest, isSigned, readTombstone, type Tombstone } from './tombstone.ts';

type Erased = Pick<StoredLedgerEntry, 'seq' | 'payloadDigest' | 'erasedAt' | 'erasedBecause'>;

export interface ErasureChecks {
  readonly see: (entry: StoredLedgerEntry, payload: LedgerPayload | null) => void;
  /** After the last entry. */
  readonly end: () => void;
}

/** Whether what is gone is gone by a tombstone that was signed: each erasure by one, and each tombstone for what it says. */
export function checkErasures(report: (fault: LedgerFault) => void, keys: readonly string[]): ErasureChecks {
  const erased: Erased[] = [];
  const tombstones: { seq: number; tombstone: Tombstone }[] = [];
  return {
    see(entry, payload) {
      if (entry.erasedAt !== null && entry.payload === null) erased.push(pick(entry));
      if (entry.kind !== 'tombstone') return;
      const signed = readTombstone(payload?.value);
      if (!signed || !isSigned(signed)) return report({ seq: entry.seq, fault: 'bad-signature' });
      if (keys.length > 0 && !keys.includes(signed.tombstone.key)) report({ seq: entry.seq, fault: 'unknown-key', what: signed.tombstone.key });
      if (signed.tombstone.repository === entry.repository) tombstones.push({ seq: entry.seq, tombstone: signed.tombstone });
    },
    end() {
      const explained = new Set<Erased>();
      for (const { seq, tombstone } of tombstones) {
        const covered = erased.filter((entry) => entry.seq < seq && isOf(entry, tombstone));
        if (covered.length !== tombstone.entries || erasedDigest(covered) !== tombstone.digest) report({ seq, fault: 'tombstone-differs' });
        for (const entry of covered) explained.add(entry);
      }
      for (const entry of erased) if (!explained.has(entry)) report({ seq: entry.seq, fault: 'unexplained-erasure' });
    },
  };
}

function pick({ seq, payloadDigest, erasedAt, erasedBecause }: StoredLedgerEntry): Erased {
  return { seq, payloadDigest, erasedAt, erasedBecause };
}

function isOf(entry: Erased, { from, to, at, because }: Tombstone): boolean {
  return entry.seq >= from && entry.seq <= to && entry.erasedAt === at && entry.erasedBecause === because;
}
