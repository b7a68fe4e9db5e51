import type { Outcome } from './verdict.ts';

/** semantics: `all` is as bad as its worst child. */
const allOrder: readonly Outcome[] = ['fail', 'cannot-evaluate', 'pending', 'pass'];
/** semantics: `any` is as good as its best child; not knowing beats failing, since a child might still pass. */
const anyOrder: readonly Outcome[] = ['pass', 'pending', 'cannot-evaluate', 'fail'];

/** Combines children that must all hold. Not-applicable children are dropped; nothing left is `cannot-evaluate`. */
export function combineAll(outcomes: readonly Outcome[]): Outcome {
  return firstOf(allOrder, outcomes);
}

/** Combines children of which one must hold. Not-applicable children are dropped; nothing left is `cannot-evaluate`. */
export function combineAny(outcomes: readonly Outcome[]): Outcome {
  return firstOf(anyOrder, outcomes);
}

/** Turns pass into fail and back. What is not known, or does not apply, stays so. */
export function negate(outcome: Outcome): Outcome {
  if (outcome === 'pass') return 'fail';
  if (outcome === 'fail') return 'pass';
  return outcome;
}

/**
 * The verdict shown for several pull requests that share a commit: the worst of them all.
 * Not-applicable yields to every other outcome, and stays only when all agree on it.
 */
export function worst(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.length > 0 && outcomes.every((outcome) => outcome === 'not-applicable')) return 'not-applicable';
  return combineAll(outcomes);
}

function firstOf(order: readonly Outcome[], outcomes: readonly Outcome[]): Outcome {
  return order.find((outcome) => outcomes.includes(outcome)) ?? 'cannot-evaluate';
}
