export type SeedNoticeCode =
  | 'label-adopted'
  | 'milestone-adopted'
  | 'milestone-edited'
  | 'milestone-date'
  | 'body-edited'
  | 'body-too-long'
  | 'moved'
  | 'unlinked'
  | 'left-playbook'
  | 'duplicate'
  | 'foreign'
  | 'adopted'
  | 'no-sub-issues';

/** Something that seeding left as it is, or took over, and says so. */
export interface SeedNotice {
  readonly code: SeedNoticeCode;
  /** Item id, milestone key or label name. */
  readonly key: string;
  /** One sentence in the policy's language. */
  readonly text: string;
}
