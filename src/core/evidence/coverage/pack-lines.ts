import { noLines } from './line-hits.ts';
import type { LineHits } from './line-hits.ts';
import { packNumbers, unpackNumbers } from './pack-numbers.ts';

const largest = 2 ** 32 - 1;

/** Lines as text: for each the distance to the one before, and its hits. */
export function linesToText({ numbers, hits }: LineHits): string {
  const parts = new Uint32Array(numbers.length * 2);
  for (let index = 0; index < numbers.length; index += 1) {
    parts[2 * index] = (numbers[index] ?? 0) - (numbers[index - 1] ?? 0);
    parts[2 * index + 1] = hits[index] ?? 0;
  }
  return packNumbers(parts);
}

/** The lines of `linesToText`; null when they do not ascend or a number cannot be. */
export function linesFromText(text: string): LineHits | null {
  const parts = unpackNumbers(text);
  if (!parts || parts.length % 2 !== 0) return null;
  if (parts.length === 0) return noLines;
  const numbers = new Uint32Array(parts.length / 2);
  const hits = new Uint32Array(numbers.length);
  let last = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    const [step = 0, count = 0] = [parts[2 * index], parts[2 * index + 1]];
    // Only a first line may be 0: some writers count from there.
    if ((step === 0 && index > 0) || last + step > largest || count > largest) return null;
    last += step;
    numbers[index] = last;
    hits[index] = count;
  }
  return { numbers, hits };
}
