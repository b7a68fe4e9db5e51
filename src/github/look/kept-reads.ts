/** What is kept of a repository: by content, so that it can be believed for ever, or by what shows whether it is still so. */
export type KeptKind = 'comparison' | 'tree' | 'commit' | 'run' | 'uploads' | 'repository' | 'backlog' | 'sprint';

/** A memory of what GitHub answered. Where there is none, everything is asked for again. Values are JSON. */
export interface KeptReads {
  readonly get: (kind: KeptKind, key: string) => Promise<unknown>;
  readonly put: (kind: KeptKind, key: string, value: unknown) => Promise<void>;
}

/** What was kept, else what is read now, which is kept then unless it is null. What is kept was written by `read` and has its form. */
export async function keptOr<T>(kept: KeptReads, at: { readonly kind: KeptKind; readonly key: string }, read: () => Promise<T | null>): Promise<T | null> {
  const known = await kept.get(at.kind, at.key);
  if (known !== null) return known as T;
  const found = await read();
  if (found !== null) await kept.put(at.kind, at.key, found);
  return found;
}
