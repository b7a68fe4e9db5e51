import { carriageReturn, doubleQuote, lineFeed } from './xml-bytes.ts';
import type { AttributePlaces } from './xml-attributes.ts';

/** What is the same in all tags of a shape. */
export interface TagEnding {
  readonly name: number;
  readonly text: string;
  readonly empty: boolean;
  /** Line ends between its attributes. */
  readonly lines: number;
  readonly labels: readonly string[];
}

/**
 * Shapes of start tags, as a tree of the pieces that stand around values: `line number="`, `" hits="` and `"/>`, without the
 * first quote. No piece begins another one of its place, since each ends at its first quote or `>`.
 */
export interface TagTree {
  /** All pieces' bytes in a row; piece n lies between `starts[n]` and `starts[n + 1]`. */
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  /** The first piece that may come after this one's value, and the next that may stand in this one's place; -1: none. */
  readonly children: Int32Array;
  readonly siblings: Int32Array;
  /** What ends with this piece; null: a value follows. */
  readonly endings: (TagEnding | null)[];
}

// Reports have some dozens of shapes; what goes beyond these is read in full each time.
const mostPieces = 2_048;
const mostAlternatives = 12;
const longestPiece = 256;
const mostValues = 40;
/** Places for the first pieces, by a tag's first two bytes. */
const beginnings = 1 << 10;

export function tagTree(): TagTree {
  return {
    bytes: new Uint8Array(mostPieces * 32),
    starts: new Int32Array(mostPieces + 1),
    children: new Int32Array(mostPieces + beginnings).fill(-1),
    siblings: new Int32Array(mostPieces).fill(-1),
    endings: [],
  };
}

/** Where in `children` the first pieces of tags that begin like this one stand. */
export function beginningOf(bytes: Uint8Array, from: number): number {
  return mostPieces + ((Math.imul(bytes[from + 1] ?? 0, 31) + (bytes[from + 2] ?? 0)) & (beginnings - 1));
}

/** A tag that was read in full and stands in the places. */
export interface ReadTag {
  readonly from: number;
  readonly after: number;
  readonly name: number;
  readonly text: string;
  readonly empty: boolean;
}

/** Takes up the shape of a tag, as far as there is room. Only double quotes and line feeds are, which nearly all tools write. */
export function learnTag(tree: TagTree, places: AttributePlaces, tag: ReadTag): void {
  const { bytes, count, starts, ends } = places;
  if (count > mostValues) return;
  let [place, at, lines] = [beginningOf(bytes, tag.from), tag.from + 1, 0];
  for (let index = 0; index <= count && place >= 0; index += 1) {
    const last = index === count;
    const text = bytes.subarray(at, last ? tag.after : starts[index]);
    if (text.length > longestPiece || text.includes(carriageReturn) || (!last && text.at(-1) !== doubleQuote)) return;
    for (const code of text) if (code === lineFeed) lines += 1;
    const ending = last ? { name: tag.name, text: tag.text, empty: tag.empty, lines, labels: places.labels.slice(0, count) } : null;
    place = findPiece(tree, place, text) ?? addPiece(tree, place, { text, ending });
    at = (ends[index] ?? 0) + 1;
  }
}

function findPiece({ bytes, starts, children, siblings }: TagTree, place: number, text: Uint8Array): number | null {
  for (let piece = children[place] ?? -1; piece >= 0; piece = siblings[piece] ?? -1) {
    const start = starts[piece] ?? 0;
    if ((starts[piece + 1] ?? 0) - start === text.length && text.every((code, index) => bytes[start + index] === code)) return piece;
  }
  return null;
}

/** -1 when there is no room. */
function addPiece(tree: TagTree, place: number, { text, ending }: { text: Uint8Array; ending: TagEnding | null }): number {
  const { bytes, starts, children, siblings, endings } = tree;
  const piece = endings.length;
  const start = starts[piece] ?? 0;
  if (piece >= mostPieces || start + text.length > bytes.length) return -1;
  const next = children[place] ?? -1;
  let alternatives = 0;
  for (let other = next; other >= 0; other = siblings[other] ?? -1) alternatives += 1;
  if (alternatives >= mostAlternatives) return -1;
  bytes.set(text, start);
  starts[piece + 1] = start + text.length;
  siblings[piece] = next;
  children[place] = piece;
  endings.push(ending);
  return piece;
}
