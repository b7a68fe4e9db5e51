import type { BundleHead } from '../../core/evidence/bundle/bundle.ts';
import { unpackSnapshot } from '../../core/ledger/unpack-snapshot.ts';
import { sha256 } from '../../core/markers/digest.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import type { Database } from '../database.ts';
import { readParts } from './read-parts.ts';

/** A kept snapshot, its evidence by name; null when it was erased, or when a part of it is missing or was changed. */
export async function readSnapshot(db: Database, name: { readonly repository: number; readonly digest: string }): Promise<PullSnapshot<BundleHead> | null> {
  const parts = await readParts(db, name);
  for (const [digest, text] of parts) if (sha256(text) !== digest) return null;
  try {
    return unpackSnapshot(name.digest, parts);
  } catch {
    return null;
  }
}
