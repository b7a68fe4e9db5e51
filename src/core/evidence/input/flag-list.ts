/** Doubts about a report, each once and few of a kind, so that a hostile file cannot fill a comment. */
export interface FlagList {
  add(flag: string): void;
  list(): string[];
}

const mostOfAKind = 5;

/** Collects flags of the form `kind: details`; from the sixth of a kind on they are only counted. */
export function flagList(): FlagList {
  const kinds = new Map<string, { shown: Set<string>; more: number }>();
  return {
    add(flag) {
      const kind = flag.split(':', 1)[0] ?? flag;
      const entry = kinds.get(kind) ?? { shown: new Set<string>(), more: 0 };
      kinds.set(kind, entry);
      if (entry.shown.has(flag)) return;
      if (entry.shown.size < mostOfAKind) entry.shown.add(flag.slice(0, 300));
      else entry.more += 1;
    },
    list() {
      return [...kinds].flatMap(([kind, { shown, more }]) => (more > 0 ? [...shown, `${kind}: and ${more} more`] : [...shown]));
    },
  };
}
