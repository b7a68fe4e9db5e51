/** A decision about a pull request as the ledger keeps it: texts, which nobody has read yet. */
export interface KeptDecision {
  readonly pull: number;
  readonly entry: KeptEntry;
  /** What its writes came to, as JSON; null where nothing was recorded. */
  readonly outcome: string | null;
  /** Decisions about commands on the pull request up to then, oldest first. */
  readonly comments: readonly KeptEntry[];
  /** What was seen: the digest of the whole, and its parts by theirs; null where it was erased. */
  readonly snapshot: { readonly digest: string; readonly parts: ReadonlyMap<string, string> } | null;
}

export interface KeptEntry {
  readonly seq: number;
  readonly at: string;
  readonly digest: string;
  readonly subject: string;
  /** What it says, as JSON. */
  readonly payload: string;
}
