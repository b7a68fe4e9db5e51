import { createHash } from 'node:crypto';

/** A number of 32 bits that follows from a text. */
export function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32LE(0);
}

/**
 * Numbers below 1 that are the same in every run: mulberry32. Streams of one seed do not overlap in any way that matters
 * here, so that a future draws the same numbers however many those before it took.
 */
export function randomStream(seed: number, stream: number): () => number {
  let state = mix(seed + Math.imul(stream, 0x9e3779b9));
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    return mix(state) / 2 ** 32;
  };
}

function mix(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
