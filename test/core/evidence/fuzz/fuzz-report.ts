import fc from 'fast-check';
import { findFault } from './find-fault.ts';
import { mutate, mutations } from './mutations.ts';
import type { Mutation } from './mutations.ts';

export interface FuzzRuns {
  readonly runs: number;
  readonly seed: number;
  /** Milliseconds that one report may take, read whole and in pieces. */
  readonly slowest?: number;
}

export interface FuzzResult {
  readonly runs: number;
  /** How many changed reports ended in each outcome. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly slowest: number;
  /** What went wrong, with the smallest changes that show it and the seed that found them; null when nothing did. */
  readonly finding: string | null;
}

// A busy machine is slow; what is not bounded takes minutes.
const patience = 5_000;

/** Changes a report in many ways and reads each: whole, and in pieces, of which the smallest is a byte for small reports. */
export function fuzzReport(bytes: Uint8Array, { runs, seed, slowest: limit = patience }: FuzzRuns): FuzzResult {
  const outcomes = new Map<string, number>();
  let [slowest, done] = [0, 0];
  const pieces = fc.integer({ min: bytes.length > 20_000 ? 1_000 : 1, max: Math.max(1_000, Math.min(bytes.length, 70_000)) });
  const property = fc.property(mutations, pieces, (changes, size) => {
    const began = performance.now();
    const { fault, report } = findFault(mutate(bytes, changes), [size]);
    const took = performance.now() - began;
    done += 1;
    outcomes.set(report.outcome, (outcomes.get(report.outcome) ?? 0) + 1);
    slowest = Math.max(slowest, took);
    if (took > limit) throw new Error(`it took ${Math.round(took)} ms`);
    if (fault !== null) throw new Error(fault);
  });
  const checked = fc.check(property, { numRuns: runs, seed, interruptAfterTimeLimit: 60_000 });
  return { runs: done, outcomes, slowest, finding: checked.failed ? told(checked, seed) : null };
}

function told(checked: fc.RunDetails<[Mutation[], number]>, seed: number): string {
  const why = checked.errorInstance instanceof Error ? checked.errorInstance.message : String(checked.errorInstance);
  return `${why} (seed ${seed}, path ${checked.counterexamplePath}, changes ${JSON.stringify(checked.counterexample)})`;
}
