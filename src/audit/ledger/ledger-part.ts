import type { StoredLedgerEntry } from '../../core/ledger/ledger-entry.ts';
import type { DecisionRow } from '../../core/ledger/ledger-reader.ts';
import type { LedgerPart as SnapshotPart } from '../../core/ledger/packed-snapshot.ts';

/**
 * The part of a repository's ledger that one release rests on: every link of the chain up to where the release was decided and
 * carried out, and what those entries say that concern it. Of the others the link alone is there: it gives away nothing.
 */
export interface LedgerPart {
  readonly repository: number;
  /** `owner/name` as it was last seen; null where it never was. */
  readonly name: string | null;
  readonly pull: number;
  /** Number of the entry that decided it. */
  readonly decided: number;
  /** Numbers of the entries of which is there what they say. */
  readonly says: readonly number[];
  readonly entries: readonly StoredLedgerEntry[];
  /** What was seen when it was decided, in parts. */
  readonly parts: readonly SnapshotPart[];
  readonly policy: { readonly digest: string; readonly content: string };
  /** What people had decided by then. */
  readonly decisions: readonly DecisionRow[];
}
