import type { Manifest } from '../archive/manifest.ts';
import { checkLedger } from './check-ledger.ts';
import { openBundle, type VerifyOptions } from './open-bundle.ts';
import type { VerifyFault } from './verify-fault.ts';

export interface Verified {
  /** The first thing that does not hold; null where all does. */
  readonly fault: VerifyFault | null;
  /** What the bundle says it is; null where that cannot be read. Trust it only without a fault. */
  readonly manifest: Manifest | null;
  /** Decisions of people that rest on their receipts alone. */
  readonly unrecorded: number;
}

/** Checks a bundle by itself, byte by byte: archive, digests, signature and keys, ledger. It asks nobody, and throws for no content. */
export function verifyAuditBundle(bytes: Uint8Array, options: VerifyOptions): Verified {
  const { fault, manifest, contents } = openBundle(bytes, options);
  if (fault || !manifest) return { fault, manifest, unrecorded: 0 };
  return { manifest, ...checkLedger(contents, manifest) };
}
