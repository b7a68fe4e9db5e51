/** What can be wrong with a ledger. `docs/ledger.md` says of each what it means. */
export type LedgerFaultKind =
  | 'missing-entry'
  | 'broken-link'
  | 'changed-entry'
  | 'changed-payload'
  | 'missing-payload'
  | 'changed-snapshots'
  | 'unexplained-erasure'
  | 'tombstone-differs'
  | 'bad-signature'
  | 'unknown-key'
  | 'changed-part'
  | 'missing-part'
  | 'changed-policy'
  | 'missing-policy'
  | 'changed-decision'
  | 'missing-decision'
  | 'unrecorded-decision'
  | 'head-differs'
  | 'unsealed-export'
  | 'broken-seal'
  | 'foreign-seal';

export interface LedgerFault {
  /** The entry that it shows at; null for a row that no entry names. */
  readonly seq: number | null;
  readonly fault: LedgerFaultKind;
  /** Which part, policy or decision, where it is none of the entry's own rows. */
  readonly what?: string;
}
