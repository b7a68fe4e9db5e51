import { type BudgetLimits, githubLimits, toldLimits } from '../core/budget/budget-limits.ts';
import type { BudgetClock } from '../github/budget/budget-options.ts';
import { type Budget, createBudget } from '../github/budget/create-budget.ts';
import { realClock } from '../github/seeding/real-clock.ts';
import { storeBudgetKeeper } from '../store/budget/store-budget-keeper.ts';
import type { Store } from '../store/store.ts';
import { isLoopback } from './is-loopback.ts';
import type { Environment } from './settings/environment.ts';

export interface BudgetExtras {
  /** GitHub's limits where they are not github.com's. */
  readonly limits?: BudgetLimits;
  /** The clock of a GitHub whose time does not run by itself: nothing is waited for there, all goes back to the queue. */
  readonly clock?: BudgetClock;
}

/** A worker waits so long (ms) for its turn; what has to wait longer goes back to the queue. */
const patience = 5_000;

/** The app's budget, shared with all processes on the same database. A server on this machine is no GitHub to spare: there only what it tells counts. */
export function appBudget({ githubApiUrl }: Environment, { db }: Pick<Store, 'db'>, { limits, clock }: BudgetExtras = {}): Budget {
  const local = isLoopback(githubApiUrl);
  return createBudget({
    keeper: storeBudgetKeeper(db, clock?.now),
    limits: limits ?? (local ? toldLimits : githubLimits),
    clock: clock ?? realClock,
    patience: clock ? 0 : patience,
    // Beyond that the queue tries again, later and later.
    readRetries: local ? [] : [1_000, 4_000],
  });
}
