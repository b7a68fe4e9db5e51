import type { Count } from './count.ts';

/**
 * Statements or blocks by position, packed six numbers each: start line, start column, end line, end column, statements in
 * it, hits. Sorted by position, each position once, so that shards of one run unite exactly.
 */
export type StatementHits = Uint32Array;

/** Numbers of one block in `StatementHits`. */
export const blockSize = 6;
const place = 4;
const mostHits = 2 ** 32 - 1;

/** Packs blocks in any order; hits of equal positions are added, and their statements are the greater number of the two. */
export function packStatements(blocks: readonly (readonly [number, number, number, number, number, number])[]): StatementHits {
  return sortStatements(Uint32Array.from(blocks.flat()));
}

/** Told of two blocks at one place that differ in their number of statements; the first is at `at` of the packed ones. */
export type OnDisagreement = (blocks: StatementHits, at: number) => void;

/** Sorts and unites blocks that are flat already, but in any order; the given array is not changed. */
export function sortStatements(flat: Uint32Array, disagree: OnDisagreement = ignore): StatementHits {
  if (isSorted(flat)) return flat.slice();
  const order = Array.from({ length: flat.length / blockSize }, (_, index) => index * blockSize);
  order.sort((left, right) => comparePlaces({ blocks: flat, at: left }, { blocks: flat, at: right }));
  const sorted = new Uint32Array(flat.length);
  let length = 0;
  for (const at of order) length = append({ blocks: sorted, at: length }, { blocks: flat, at }, disagree);
  return sorted.slice(0, length);
}

/** The union of two reports of one file. */
export function uniteStatements(a: StatementHits, b: StatementHits, disagree: OnDisagreement = ignore): StatementHits {
  const united = new Uint32Array(a.length + b.length);
  const [left, right] = [
    { blocks: a, at: 0 },
    { blocks: b, at: 0 },
  ];
  let length = 0;
  while (left.at < a.length || right.at < b.length) {
    const from = right.at >= b.length || (left.at < a.length && comparePlaces(left, right) <= 0) ? left : right;
    length = append({ blocks: united, at: length }, from, disagree);
    from.at += blockSize;
  }
  return united.slice(0, length);
}

interface BlockPlace {
  readonly blocks: Uint32Array;
  readonly at: number;
}

/** Adds a block behind the last one, or to it when it is at the same place; returns the new length. */
function append(to: BlockPlace, from: BlockPlace, disagree: OnDisagreement): number {
  const { blocks, at } = to;
  const last = { blocks, at: at - blockSize };
  if (at === 0 || comparePlaces(last, from) !== 0) {
    for (let part = 0; part < blockSize; part += 1) blocks[at + part] = from.blocks[from.at + part] ?? 0;
    return at + blockSize;
  }
  const [known = 0, hits = 0] = [blocks[last.at + 4], blocks[last.at + 5]];
  const statements = from.blocks[from.at + 4] ?? 0;
  if (known !== statements) disagree(blocks, last.at);
  blocks[last.at + 4] = Math.max(known, statements);
  blocks[last.at + 5] = Math.min(hits + (from.blocks[from.at + 5] ?? 0), mostHits);
  return at;
}

function comparePlaces(a: BlockPlace, b: BlockPlace): number {
  for (let part = 0; part < place; part += 1) {
    const difference = (a.blocks[a.at + part] ?? 0) - (b.blocks[b.at + part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function isSorted(blocks: Uint32Array): boolean {
  const [last, next] = [
    { blocks, at: 0 },
    { blocks, at: blockSize },
  ];
  for (; next.at < blocks.length; last.at = next.at, next.at += blockSize) if (comparePlaces(last, next) >= 0) return false;
  return true;
}

function ignore(): void {}

export function countStatements(blocks: StatementHits): Count {
  const count = { covered: 0, total: 0 };
  for (let at = 0; at < blocks.length; at += blockSize) {
    const statements = blocks[at + 4] ?? 0;
    count.total += statements;
    if ((blocks[at + 5] ?? 0) > 0) count.covered += statements;
  }
  return count;
}
