/** One piece of a snapshot, known by what it says. */
export interface LedgerPart {
  /** sha256 of `text`. */
  readonly digest: string;
  /** Canonical JSON; in it `{"$part": digest}` and `{"$list": [digest, …]}` stand for other parts. */
  readonly text: string;
}

/** A snapshot taken apart, so that what does not change from one to the next is kept once. */
export interface PackedSnapshot {
  /** Digest of the part that names all others, directly or through them: it stands for the whole. */
  readonly digest: string;
  /** Each once, those that are named before those that name them. */
  readonly parts: readonly LedgerPart[];
}
