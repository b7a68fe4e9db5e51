import { sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson, sha256 } from '../markers/digest.ts';
import { parseReceiptKey, printReceiptKey } from '../people/receipt-public-key.ts';

const tombstoneSchema = z.strictObject({
  repository: z.int(),
  /** One entry that a person asked for, or all before a date. */
  kind: z.enum(['erasure', 'retention']),
  /** First and last number of what was erased. */
  from: z.int(),
  to: z.int(),
  entries: z.int(),
  /** Over number and payload digest of each erased entry. */
  digest: z.string(),
  at: z.string(),
  because: z.string(),
  /** The installation's public key, as receipts have it. */
  key: z.string(),
});
const signedSchema = z.object({ tombstone: tombstoneSchema, signature: z.string() });

/** What stands in the ledger for what was erased from it. */
export type Tombstone = z.infer<typeof tombstoneSchema>;
export type SignedTombstone = z.infer<typeof signedSchema>;

export interface ErasedEntry {
  readonly seq: number;
  readonly payloadDigest: string;
}

/** The digest of which entries were erased; `entries` in the order of their numbers. */
export function erasedDigest(entries: readonly ErasedEntry[]): string {
  return sha256(entries.map(({ seq, payloadDigest }) => `${seq}:${payloadDigest}\n`).join(''));
}

/** Signs what was erased with the installation's key: who has only the database cannot explain an erasure away. */
export function signTombstone(
  facts: Omit<Tombstone, 'key' | 'digest' | 'from' | 'to' | 'entries'>,
  entries: readonly ErasedEntry[],
  keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject },
): SignedTombstone {
  const range = { from: entries[0]?.seq ?? 0, to: entries.at(-1)?.seq ?? 0, entries: entries.length, digest: erasedDigest(entries) };
  const tombstone = { ...facts, ...range, key: printReceiptKey(keys.publicKey) };
  return { tombstone, signature: sign(null, Buffer.from(canonicalJson(tombstone)), keys.privateKey).toString('base64') };
}

/** Reads the payload of an entry; null when it is none of a tombstone. */
export function readTombstone(payload: unknown): SignedTombstone | null {
  const parsed = signedSchema.safeParse(payload);
  return parsed.success ? parsed.data : null;
}

/** Whether the signature is that of the key which the tombstone itself names. */
export function isSigned({ tombstone, signature }: SignedTombstone): boolean {
  try {
    return verify(null, Buffer.from(canonicalJson(tombstone)), parseReceiptKey(tombstone.key), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
