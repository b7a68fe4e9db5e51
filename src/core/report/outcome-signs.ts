import type { Outcome } from '../verdict/verdict.ts';

/** One sign per outcome: more than a ticked or empty box can say. */
export const outcomeSigns: Readonly<Record<Outcome, string>> = { pass: '✅', fail: '❌', 'cannot-evaluate': '❓', pending: '⏳', 'not-applicable': '➖' };

const order: readonly Outcome[] = ['fail', 'cannot-evaluate', 'pending', 'pass', 'not-applicable'];

/** Sorts what must be acted on to the front; equal outcomes keep their order. */
export function worstFirst<T>(items: readonly T[], outcomeOf: (item: T) => Outcome): T[] {
  return items.toSorted((a, b) => order.indexOf(outcomeOf(a)) - order.indexOf(outcomeOf(b)));
}

/** Whether an outcome leaves something to do. */
export function isOpen(outcome: Outcome): boolean {
  return outcome !== 'pass' && outcome !== 'not-applicable';
}
