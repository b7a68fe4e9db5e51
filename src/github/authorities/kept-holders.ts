import type { readHolders } from './read-holders.ts';

type ReadHolders = typeof readHolders;

/** A look-up may be this old (ms) where it only explains. */
const life = 60_000;

/**
 * Lists of who holds an authority, kept for a minute: for explaining alone. A decision reads them anew. A list that could not be
 * read whole is not kept.
 */
export function keptHolders(read: ReadHolders, now: () => number): ReadHolders {
  const kept = new Map<string, { readonly at: number; readonly holders: ReturnType<ReadHolders> }>();
  return async (github, input) => {
    for (const [key, { at }] of kept) if (now() - at >= life) kept.delete(key);
    const key = JSON.stringify([input.repository.owner, input.repository.name, input.rule]);
    const known = kept.get(key);
    if (known) return known.holders;
    const holders = read(github, input);
    kept.set(key, { at: now(), holders });
    const forget = () => void kept.delete(key);
    const { complete } = await holders.catch((error: unknown) => {
      forget();
      throw error;
    });
    if (!complete) forget();
    return holders;
  };
}
