/** How far a waiver reaches, where it does not reach as far as its criterion: one component, one pull request or one release. */
export type WaiverScope =
  | { readonly kind: 'component'; readonly component: string }
  | { readonly kind: 'pull'; readonly pull: number }
  | { readonly kind: 'release'; readonly release: string };

/** One spelling of a scope, by which signatures of the same reach are told from others. Empty: the whole criterion. */
export function scopeKey(scope: WaiverScope | undefined): string {
  if (scope === undefined) return '';
  switch (scope.kind) {
    case 'component':
      return `component:${scope.component}`;
    case 'pull':
      return `pull:#${scope.pull}`;
    case 'release':
      return `release:${scope.release}`;
  }
}
