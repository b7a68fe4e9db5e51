/** What was found and left out, to be worded in the reader's language. */
export type CollectNote =
  | { readonly kind: 'committed'; readonly count: number }
  | { readonly kind: 'many-files' }
  | { readonly kind: 'many-reports'; readonly count: number; readonly limit: number }
  | { readonly kind: 'unknown-format'; readonly paths: readonly string[] };
