/** How two sorted parts of one file become one. */
export interface Uniting<Part> {
  readonly size: (part: Part) => number;
  readonly unite: (a: Part, b: Part) => Part;
}

/**
 * Adds a part to a file's. Parts of like size are united at once, so that a file of a million small records costs
 * n log n and not n², and keeps few parts.
 */
export function addPart<Part>(parts: Part[], part: Part, uniting: Uniting<Part>): void {
  let whole = part;
  for (;;) {
    const last = parts.at(-1);
    if (last === undefined || uniting.size(last) > 2 * uniting.size(whole)) break;
    whole = uniting.unite(last, whole);
    parts.pop();
  }
  parts.push(whole);
}

/** All parts as one; null when there is none. */
export function unitedParts<Part>(parts: readonly Part[], uniting: Uniting<Part>): Part | null {
  return parts.length === 0 ? null : parts.reduceRight((whole, part) => uniting.unite(part, whole));
}
