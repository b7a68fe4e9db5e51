import type { Resource } from './budget-limits.ts';
import { type BudgetState, leasedOf, pruned, windowAt } from './budget-state.ts';

/** What GitHub's headers said last, in the process that returns a lease. */
export interface Told {
  /** Null: it answers without telling a limit. */
  readonly limit: number | null;
  readonly used: number;
  /** Milliseconds until GitHub counts from nought again, by GitHub's own clock. */
  readonly resetIn: number;
  /** Milliseconds since GitHub said so. */
  readonly age: number;
}

export interface LeaseReturn {
  /** Null: nothing is returned, and only told what GitHub said. */
  readonly lease: string | null;
  readonly resource: Resource;
  readonly used: number;
  readonly points: number;
  readonly told: Told | null;
  /** Requests of this process that GitHub has not answered yet. */
  readonly inFlight: number;
}

/** GitHub's resets may differ by a second or two from one answer to the next. */
const sameWindow = 60_000;

/**
 * Takes a lease back: what it used is spent, the rest is free again. GitHub's own count corrects ours: exactly when nobody else
 * holds a lease, else as far as what others may have used does not explain it. So whatever a killed process used is found, and
 * what it did not use is not lost.
 */
export function returnLease(before: BudgetState, given: LeaseReturn, now: number): BudgetState {
  const state = pruned({ ...before, leases: before.leases.filter(({ id }) => id !== given.lease) }, now);
  const { resource, told } = given;
  const points = state.points.map((entry) => (entry.lease === given.lease ? { ...entry, points: Math.min(entry.points, given.points) } : entry));
  const window = windowAt(state, resource, now);
  const counted = { ...window, spent: window.spent + given.used, countedAt: given.used > 0 ? now : window.countedAt };
  const { windows } = state;
  if (told === null) return { ...state, points, windows: { ...windows, [resource]: counted } };
  if (told.limit === null) return { ...state, points, windows: { ...windows, [resource]: { ...counted, unlimited: true } } };
  const resetAt = now - told.age + told.resetIn;
  const begins = counted.resetAt === null || resetAt > counted.resetAt + sameWindow;
  // An answer of the window before this one.
  const old = resetAt <= now || (!begins && resetAt < (counted.resetAt ?? 0) - sameWindow);
  if (old) return { ...state, points, windows: { ...windows, [resource]: counted } };
  const others = leasedOf(state, resource);
  const seen = told.used + given.inFlight;
  // Whoever gave a lease back since GitHub counted may have used it after that.
  const exact = others === 0 && now - told.age > window.countedAt;
  const spent = exact ? seen : Math.max(begins ? given.used : counted.spent, seen - others);
  const next = { ...counted, limit: told.limit, unlimited: false, resetAt, spent };
  return { ...state, points, windows: { ...windows, [resource]: next } };
}
