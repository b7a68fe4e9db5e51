/** What was found and left out, to be worded in the reader's language. */
export type CollectNote = { readonly kind: 'committed'; readonly count: number } | { readonly kind: 'unknown-format'; readonly paths: readonly string[] };
