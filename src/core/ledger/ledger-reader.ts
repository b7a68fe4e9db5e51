import type { StoredLedgerEntry } from './ledger-entry.ts';

/** A decision of a person as its row has it; `body` is the decision as JSON. */
export interface DecisionRow {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly at: string;
  readonly body: string;
}

/** All that is kept of one repository's ledger: a database, or a file that was exported from one. */
export interface LedgerReader {
  readonly repository: number;
  /** In the order of their numbers. */
  entries(): AsyncIterable<StoredLedgerEntry>;
  /** `text` is null where a part cannot be unpacked. */
  parts(): AsyncIterable<{ readonly digest: string; readonly text: string | null }>;
  /** What a policy said, or null. */
  policy(digest: string): Promise<string | null>;
  decisions(): AsyncIterable<DecisionRow>;
}
