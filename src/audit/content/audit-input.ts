import type { BundleSigner } from '../keys/bundle-signer.ts';
import type { SignedKey } from '../keys/key-statement.ts';
import type { LedgerPart } from '../ledger/ledger-part.ts';

/** What a bundle is made of. */
export interface AuditInput {
  readonly part: LedgerPart;
  /** What the release was asked for by, e.g. a tag; null for its pull request. */
  readonly asked: string | null;
  /** Null: the bundle is not signed, and says so. */
  readonly signer: BundleSigner | null;
  /** How the signer's key follows from earlier ones; empty where it is the first. */
  readonly chain: readonly SignedKey[];
  /** Markdown as safe HTML. `repository`: its address, for `#12` and mentions. */
  readonly renderHtml: (markdown: string, repository: string) => string;
  /** The version of this tool. */
  readonly madeBy: string;
}
