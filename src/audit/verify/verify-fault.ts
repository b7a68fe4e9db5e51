/** What can be wrong with a bundle. `verify-words.ts` says of each what it means. */
export type VerifyFaultKind =
  | 'no-bundle'
  | 'not-canonical'
  | 'missing-file'
  | 'unlisted-file'
  | 'broken-list'
  | 'broken-file'
  | 'changed-packing'
  | 'changed-file'
  | 'unsigned'
  | 'signature-missing'
  | 'broken-signature'
  | 'foreign-key'
  | 'broken-keys'
  | 'broken-ledger'
  | 'ledger-differs';

/** The first thing of a bundle that does not hold. */
export interface VerifyFault {
  /** Path in the bundle; null for the archive itself. */
  readonly file: string | null;
  readonly what: VerifyFaultKind;
  readonly expected?: string;
  readonly seen?: string;
}
