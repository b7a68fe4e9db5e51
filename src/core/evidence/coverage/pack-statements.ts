import { packNumbers, unpackNumbers } from './pack-numbers.ts';
import { blockSize } from './statement-hits.ts';
import type { StatementHits } from './statement-hits.ts';

const largest = 2 ** 32 - 1;

/** Statements as text: their start lines as distances to the one before, everything else as it is. */
export function statementsToText(blocks: StatementHits): string {
  const parts = Array.from(blocks);
  for (let at = blocks.length - blockSize; at > 0; at -= blockSize) parts[at] = (parts[at] ?? 0) - (parts[at - blockSize] ?? 0);
  return packNumbers(parts);
}

/** The statements of `statementsToText`; null when they do not ascend by position or a number cannot be. */
export function statementsFromText(text: string): StatementHits | null {
  const parts = unpackNumbers(text);
  if (!parts || parts.length % blockSize !== 0) return null;
  for (let at = blockSize; at < parts.length; at += blockSize) parts[at] = (parts[at] ?? 0) + (parts[at - blockSize] ?? 0);
  if (parts.some((part) => part > largest)) return null;
  for (let at = blockSize; at < parts.length; at += blockSize) if (!follows(parts, at)) return null;
  return Uint32Array.from(parts);
}

function follows(parts: readonly number[], at: number): boolean {
  for (let index = at; index < at + 4; index += 1) {
    const step = (parts[index] ?? 0) - (parts[index - blockSize] ?? 0);
    if (step !== 0) return step > 0;
  }
  return false;
}
