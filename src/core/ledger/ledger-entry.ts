import { canonicalJson, sha256 } from '../markers/digest.ts';

/** One link of a repository's chain. */
export interface LedgerEntry {
  readonly repository: number;
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  /** The printed key that the entry is about. */
  readonly subject: string;
  readonly payloadDigest: string;
  readonly previous: string;
  readonly digest: string;
}

/** What the first entry has for `previous`. */
export const beginning = '0'.repeat(64);

/** The digest of an entry: over everything in it but itself. */
export function entryDigest(entry: Omit<LedgerEntry, 'digest'>): string {
  const { repository, seq, at, kind, subject, payloadDigest, previous } = entry;
  return sha256(canonicalJson({ repository, seq, at, kind, subject, payloadDigest, previous }));
}

/** The digest of a payload. Salted, so that an erased one cannot be found again by guessing. */
export function payloadDigest(salt: string, payload: string): string {
  return sha256(`${salt}\n${payload}`);
}

/** An entry with what it says. */
export interface StoredLedgerEntry extends LedgerEntry {
  /** What the entry says, as canonical JSON text; null once it was erased. */
  readonly payload: string | null;
  readonly salt: string | null;
  readonly erasedAt: string | null;
  readonly erasedBecause: string | null;
  /** Digests of the snapshots it rests on; none once it was erased. */
  readonly snapshots: readonly string[];
}
