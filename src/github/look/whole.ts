import type { Listed } from './look-answer.ts';

/** All entries of a list; null where GitHub left some out. */
export function whole<T>(list: Listed<T> | null | undefined): T[] | null {
  const nodes = (list?.nodes ?? []).filter((node) => node !== null);
  return list && nodes.length === list.totalCount ? nodes : null;
}
