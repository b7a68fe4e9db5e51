import type { Budget } from '../budget/create-budget.ts';
import type { BudgetClock } from '../budget/budget-options.ts';
import { realClock } from './real-clock.ts';
import { type ContentLimits, nextWriteAt, recentWrites } from '../../core/backlog/content-limits.ts';

/** Keeps writes within limits. One budget serves all writes of an account, since GitHub counts them together. */
export interface ContentBudget {
  readonly limits: ContentLimits | null;
  readonly clock: BudgetClock;
  /** Waits until one more write may be made, and counts it. Left out where the client asks for each of its requests itself. */
  readonly take?: (loud: boolean, signal?: AbortSignal) => Promise<void>;
  /** Times of the writes of the last hour. */
  readonly past: () => readonly number[];
}

/** A budget with its own memory. Limits null: an embedded GitHub, which has none. */
export function createContentBudget(limits: ContentLimits | null, clock: BudgetClock): Required<ContentBudget> {
  let past: number[] = [];
  async function take(loud: boolean, signal?: AbortSignal): Promise<void> {
    if (limits === null) return;
    past = recentWrites(past, clock.now());
    // The slot is taken before waiting for it: two callers never get the same one.
    const at = nextWriteAt(limits, past, { now: clock.now(), loud });
    past.push(at);
    const wait = at - clock.now();
    if (wait > 0) await clock.sleep(wait, signal);
  }
  return { limits, clock, take, past: () => past };
}

/** What a forecast needs of an installation's budget, whose client asks for every request by itself. */
export async function askedByTheClient(budget: Budget, installation: number): Promise<ContentBudget> {
  const past = [...(await budget.created(installation))];
  return { limits: budget.limits.content, clock: realClock, past: () => past };
}
