import { mostDigits } from './xml-attributes.ts';
import type { AttributePlaces } from './xml-attributes.ts';
import { doubleQuote, quotedKind } from './xml-bytes.ts';
import { beginningOf, learnTag, tagTree } from './xml-tag-tree.ts';
import type { ReadTag, TagEnding } from './xml-tag-tree.ts';

/**
 * The shapes of the start tags that were read: a tree of what stands between values, as in `line number="`, ` hits="`, `/>`.
 * A tag of a known shape is compared with it byte by byte; nothing is looked up. What differs anywhere is read in full.
 */
export interface KnownTags {
  /** Reads the tag at `from` into the places; gives the position after it, or -1 when it is not known or not plain. */
  read(places: AttributePlaces, from: number, end: number): number;
  /** What is the same in all tags of the shape of the one read last. */
  readonly last: TagEnding;
  /** Takes up the shape of a tag that was read in full. */
  learn(places: AttributePlaces, tag: ReadTag): void;
}

export function knownTags(): KnownTags {
  const tree = tagTree();
  const known = {
    last: { name: -1, text: '', empty: false, lines: 0, labels: [] } as TagEnding,
    read(places: AttributePlaces, from: number, end: number): number {
      const { bytes, starts, ends, wholes, plains } = places;
      const { bytes: pieces, starts: pieceStarts, children, siblings, endings } = tree;
      if (from + 2 >= end) return -1;
      let piece = children[beginningOf(bytes, from)] ?? -1;
      let at = from + 1;
      for (let count = 0; ; count += 1) {
        for (; piece >= 0; piece = siblings[piece] ?? -1) {
          let own = pieceStarts[piece] ?? 0;
          const stop = pieceStarts[piece + 1] ?? 0;
          const shift = at - own;
          if (stop + shift > end) continue;
          while (own < stop && pieces[own] === bytes[own + shift]) own += 1;
          if (own < stop) continue;
          at = stop + shift;
          break;
        }
        if (piece < 0) return -1;
        const ending = endings[piece];
        if (ending) {
          places.count = count;
          places.labels = ending.labels;
          known.last = ending;
          return at;
        }
        const start = at;
        const digitsEnd = at + mostDigits < end ? at + mostDigits : end;
        let value = 0;
        for (; at < digitsEnd; at += 1) {
          const digit = (bytes[at] ?? 0) - 0x30;
          if (digit < 0 || digit > 9) break;
          value = value * 10 + digit;
        }
        if (at >= end) return -1;
        if (bytes[at] !== doubleQuote || at === start) {
          value = -1;
          while (at < end && quotedKind[bytes[at] ?? 0] === 0) at += 1;
          if (at >= end || bytes[at] !== doubleQuote) return -1;
        }
        starts[count] = start;
        ends[count] = at;
        wholes[count] = value;
        plains[count] = 1;
        at += 1;
        piece = children[piece] ?? -1;
      }
    },
    learn: (places: AttributePlaces, tag: ReadTag) => learnTag(tree, places, tag),
  };
  return known;
}
