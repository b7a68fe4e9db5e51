import type { FreezeException } from './freeze-exception.ts';

/**
 * What lets several pull requests through a freeze together: each needs an exception of its own, or what one was granted
 * would carry the others along. It ends with the first of them; null where one has none, or where nothing is let through.
 */
export function commonException(exceptions: readonly (FreezeException | null)[]): FreezeException | null {
  const all = exceptions.flatMap((exception) => exception ?? []);
  if (all.length < exceptions.length) return null;
  const [first] = all.toSorted((a, b) => Date.parse(a.until) - Date.parse(b.until));
  return first ? { ...first, logins: [...new Set(all.flatMap(({ logins }) => logins))] } : null;
}
