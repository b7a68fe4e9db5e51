/** That a pull request was merged. */
export interface MergeFacts {
  /** ISO time, in UTC. */
  readonly at: string;
  /** Null where GitHub does not say, as of an account that is gone. */
  readonly by: { readonly id: number; readonly login: string } | null;
  /** The head commit that was merged. */
  readonly headSha: string;
  /** The commit that the merge made; null where GitHub does not say. */
  readonly mergeSha: string | null;
}

/** What is known of a merge: `unknown` where nobody told us, which does not say that there was none. */
export type KnownMerge = ({ readonly kind: 'merged' } & MergeFacts) | { readonly kind: 'not-merged' } | { readonly kind: 'unknown' };
