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
  const sorted = blocks.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
  return Uint32Array.from(uniteSorted(sorted).flat());
}

function uniteSorted(sorted: readonly (readonly number[])[]): number[][] {
  const united: number[][] = [];
  for (const block of sorted) {
    const last = united.at(-1);
    if (last && block.slice(0, place).every((part, index) => part === last[index])) merge(last, block);
    else united.push([...block]);
  }
  return united;
}

function merge(into: number[], block: readonly number[]): void {
  into[4] = Math.max(into[4] ?? 0, block[4] ?? 0);
  into[5] = Math.min((into[5] ?? 0) + (block[5] ?? 0), mostHits);
}

/** The union of two reports of one file. */
export function uniteStatements(a: StatementHits, b: StatementHits): StatementHits {
  return packStatements([...blocksOf(a), ...blocksOf(b)]);
}

export function countStatements(blocks: StatementHits): Count {
  const count = { covered: 0, total: 0 };
  for (let at = 0; at < blocks.length; at += blockSize) {
    const statements = blocks[at + 4] ?? 0;
    count.total += statements;
    if ((blocks[at + 5] ?? 0) > 0) count.covered += statements;
  }
  return count;
}

function blocksOf(blocks: StatementHits): [number, number, number, number, number, number][] {
  const list: [number, number, number, number, number, number][] = [];
  for (let at = 0; at < blocks.length; at += blockSize) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = blocks.subarray(at, at + blockSize);
    list.push([a, b, c, d, e, f]);
  }
  return list;
}
