import type { BudgetKeeper } from '../../core/budget/budget-keeper.ts';
import type { BudgetLimits } from '../../core/budget/budget-limits.ts';

export interface BudgetClock {
  /** Milliseconds. */
  readonly now: () => number;
  /** Rejects when the signal aborts. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

export interface BudgetOptions {
  readonly keeper: BudgetKeeper;
  readonly limits: BudgetLimits;
  readonly clock: BudgetClock;
  /** How long (ms) a request waits where it stands; what has to wait longer is refused with BudgetExhausted. */
  readonly patience: number;
  /** Waits (ms) before a read is sent again after a 5xx or a lost connection. What writes is never sent again. */
  readonly readRetries: readonly number[];
}

/** A process that asks the keeper. */
export interface Teller extends BudgetOptions {
  /** This process. */
  readonly holder: string;
}
