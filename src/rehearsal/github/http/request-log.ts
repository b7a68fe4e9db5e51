export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** GitHub's operation id, `graphql`, or null for a path that nobody knows. */
  readonly operation: string | null;
  readonly status: number;
  /** `read`, `write`, or `auth` for the app proving itself: minting a token is no write on a repository. */
  readonly kind: 'read' | 'write' | 'auth';
  readonly login: string | null;
}

export interface RequestLog {
  readonly entries: LoggedRequest[];
  /** Remembers this moment: counts start from it. */
  readonly mark: () => number;
  readonly since: (mark: number) => { readonly reads: number; readonly writes: number; readonly entries: readonly LoggedRequest[] };
}

export function createRequestLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  return {
    entries,
    mark: () => entries.length,
    since: (mark) => {
      const later = entries.slice(mark);
      return { reads: later.filter((entry) => entry.kind === 'read').length, writes: later.filter((entry) => entry.kind === 'write').length, entries: later };
    },
  };
}

export function kindOf(input: { method: string; operation: string | null; mutation: boolean }): LoggedRequest['kind'] {
  const { method, operation, mutation } = input;
  if (operation?.startsWith('apps/') === true) return 'auth';
  if (operation === 'graphql') return mutation ? 'write' : 'read';
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write';
}
