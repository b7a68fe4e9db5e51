/** What was merged into the default branch after a commit. */
export interface MergedSince {
  /** Paths that differ from that commit, the former ones of renamed files too. */
  readonly files: readonly string[];
  /** False where GitHub did not list them all. */
  readonly complete: boolean;
  /** Numbers of the pull requests that were merged since, ascending, as far as they are known. */
  readonly pulls: readonly number[];
}

/** By commit of a sign-off; the text says why it could not be read. */
export type MergedSinceCommits = Readonly<Record<string, MergedSince | { readonly unavailable: string }>>;
