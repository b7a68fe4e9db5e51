import type { Resource } from './budget-limits.ts';
import { type BudgetState, pruned, windowAt } from './budget-state.ts';

/** GitHub refused a request for its rate. */
export interface Refusal {
  /** `primary`: the hour is used up; `secondary`: the whole installation is to be quiet. */
  readonly kind: 'primary' | 'secondary';
  readonly resource: Resource;
  /** Milliseconds to wait, where GitHub said so. */
  readonly wait: number | null;
}

const minute = 60_000;
/** Waits that GitHub never asks for; beyond it something else is wrong. */
const longest = 70 * minute;
/** Refusals further apart have nothing to do with one another. */
const memory = 15 * minute;

/**
 * The state after a refusal, and until when nobody may go. Without a time from GitHub it is a minute at least, and twice as
 * long each time in a row. Refusals of requests that were under way together are one.
 */
export function noteRefusal(before: BudgetState, refusal: Refusal, now: number): [BudgetState, number] {
  const state = pruned(before, now);
  const window = windowAt(state, refusal.resource, now);
  const standing = Math.max(state.blockedUntil, refusal.kind === 'primary' ? window.blockedUntil : 0);
  if (refusal.wait === null && standing > now) return [state, standing];
  const strikes = refusal.wait !== null ? 0 : now - standing < memory ? state.strikes + 1 : 1;
  const wait = Math.min(Math.max(refusal.wait ?? minute * 2 ** (strikes - 1), 1_000), longest);
  const until = Math.max(standing, now + wait);
  if (refusal.kind === 'secondary') return [{ ...state, strikes, blockedUntil: until }, until];
  return [{ ...state, strikes, windows: { ...state.windows, [refusal.resource]: { ...window, blockedUntil: until } } }, until];
}
