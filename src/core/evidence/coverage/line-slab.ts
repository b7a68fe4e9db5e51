import { countLines, uniteLines } from './line-hits.ts';
import type { LineHits } from './line-hits.ts';
import { slabLengthAfter } from './slab-length.ts';
import { mostSorted, sortLines } from './sort-lines.ts';
import type { Uniting } from './sorted-parts.ts';

/** Packed lines with the number of those that ran. */
export interface LinePart extends LineHits {
  readonly covered: number;
}

/**
 * Collects the lines of one file after the other in memory that files share. A reader's inmost loop writes right into it:
 * at `end`, as long as that is below `limit`, and tells `last`, `ascending` and `covered` what it wrote.
 */
export interface LineSlab {
  numbers: Uint32Array;
  hits: Uint32Array;
  /** Where the open part begins. */
  start: number;
  end: number;
  limit: number;
  /** The line that was written last, -1 before the first. */
  last: number;
  /** Whether the lines of the open part ascend, each once. */
  ascending: boolean;
  /** Entries of the open part that ran. */
  covered: number;
}

const mostHits = 2 ** 32 - 1;

export const uniteLineParts: Uniting<LinePart> = { size: (part) => part.numbers.length, unite: (a, b) => counted(uniteLines(a, b)) };

export function lineSlab(): LineSlab {
  return { numbers: new Uint32Array(0), hits: new Uint32Array(0), start: 0, end: 0, limit: 0, last: -1, ascending: true, covered: 0 };
}

/** Makes room for at least one line; gives a part where the open one has become so long that it must be closed. */
export function roomForLine(slab: LineSlab): LinePart | null {
  if (slab.end < slab.limit) return null;
  const part = slab.end - slab.start >= mostSorted ? takeLines(slab) : null;
  if (slab.end === slab.numbers.length) moveOpen(slab);
  slab.limit = Math.min(slab.numbers.length, slab.start + mostSorted);
  return part;
}

function moveOpen(slab: LineSlab): void {
  const [numbers, hits] = [slab.numbers.subarray(slab.start, slab.end), slab.hits.subarray(slab.start, slab.end)];
  const length = slabLengthAfter(slab.numbers.length, numbers.length);
  [slab.numbers, slab.hits] = [new Uint32Array(length), new Uint32Array(length)];
  slab.numbers.set(numbers);
  slab.hits.set(hits);
  [slab.start, slab.end] = [0, numbers.length];
}

/** There must be room. */
export function addLine(slab: LineSlab, line: number, hits: number): void {
  if (line <= slab.last) slab.ascending = false;
  slab.last = line;
  slab.numbers[slab.end] = line;
  slab.hits[slab.end] = Math.min(hits, mostHits);
  slab.end += 1;
  if (hits > 0) slab.covered += 1;
}

/** Closes the open part; null when there is nothing in it. */
export function takeLines(slab: LineSlab): LinePart | null {
  const { start, ascending } = slab;
  if (slab.end === start) return null;
  if (!ascending) sortOpen(slab);
  const part = { numbers: slab.numbers.subarray(start, slab.end), hits: slab.hits.subarray(start, slab.end), covered: slab.covered };
  slab.start = slab.end;
  slab.last = -1;
  slab.ascending = true;
  slab.covered = 0;
  slab.limit = Math.min(slab.numbers.length, slab.start + mostSorted);
  return part;
}

function sortOpen(slab: LineSlab): void {
  const { start, end } = slab;
  const lines = sortLines({ numbers: slab.numbers.subarray(start, end), hits: slab.hits.subarray(start, end) });
  slab.numbers.set(lines.numbers, start);
  slab.hits.set(lines.hits, start);
  slab.end = start + lines.numbers.length;
  slab.covered = countLines(lines).covered;
}

function counted({ numbers, hits }: LineHits): LinePart {
  return { numbers, hits, covered: countLines({ numbers, hits }).covered };
}
