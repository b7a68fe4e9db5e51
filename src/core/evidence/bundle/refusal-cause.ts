/** Why an upload is not taken as evidence. */
export type RefusalCode =
  | 'expired'
  | 'too-many-uploads'
  | 'other-commit'
  | 'other-run'
  | 'other-upload'
  | 'other-tested'
  | 'other-repository'
  | 'other-attempt'
  | 'bundle-broken'
  | 'files-differ'
  | 'forbidden'
  | 'address-unsafe'
  | 'address-elsewhere'
  | 'archive-large'
  | 'digest-differs'
  | 'archive-unreadable'
  | 'many-files'
  | 'same-name'
  | 'path'
  | 'link'
  | 'encrypted'
  | 'file-large'
  | 'unpacked-large'
  | 'reading-slow'
  | 'reading-failed';

/** A code with what its sentence names, in the sentence's order; worded where it is shown, in the reader's language. */
export interface RefusalCause {
  readonly code: RefusalCode;
  readonly values: readonly (string | number)[];
}
