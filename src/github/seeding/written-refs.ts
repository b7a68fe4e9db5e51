import type { SeedIssue } from '../../core/backlog/seed-snapshot.ts';
import type { Ref } from '../../core/plan/write.ts';

/** What the keys of a plan have become on GitHub so far. */
export interface WrittenRefs {
  readonly milestones: Map<string, number>;
  readonly issues: Map<string, number>;
  /** Database ids by issue number: sub-issues are added by them. */
  readonly ids: Map<number, number>;
  readonly created: SeedIssue[];
}

/** Starts with the database ids that the snapshot knows. */
export function startRefs(issues: readonly { readonly number: number; readonly id: number }[]): WrittenRefs {
  return { milestones: new Map(), issues: new Map(), ids: new Map(issues.map(({ number, id }) => [number, id])), created: [] };
}

/** The number of a milestone or an issue. A key that the same plan did not create first is a bug in the plan. */
export function resolveRef(ref: Ref, numbers: ReadonlyMap<string, number>): number {
  if (typeof ref === 'number') return ref;
  const number = numbers.get(ref.key);
  if (number === undefined) throw new RangeError(`the plan uses "${ref.key}" before it creates it`);
  return number;
}
