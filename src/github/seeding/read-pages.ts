/** GitHub's largest page. */
export const perPage = 100;

interface Page<T> {
  readonly data: readonly T[];
  readonly headers: { readonly link?: string | undefined };
}

/**
 * Reads pages one after the other until GitHub links to no further one, or `enough` says so. The Link header decides: a full
 * last page costs no empty one after it. `complete` is false when pages were left unread.
 */
export async function readPages<T>(
  read: (page: number) => Promise<Page<T>>,
  enough: (all: readonly T[]) => boolean = () => false,
): Promise<{ all: T[]; complete: boolean }> {
  const all: T[] = [];
  for (let page = 1; ; page += 1) {
    const { data, headers } = await read(page);
    all.push(...data);
    const more = /rel="next"/.test(headers.link ?? '');
    if (!more) return { all, complete: true };
    if (enough(all)) return { all, complete: false };
  }
}
