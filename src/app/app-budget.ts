import { type BudgetLimits, githubLimits, toldLimits } from '../core/budget/budget-limits.ts';
import { type Budget, createBudget } from '../github/budget/create-budget.ts';
import { realClock } from '../github/seeding/real-clock.ts';
import { storeBudgetKeeper } from '../store/budget/store-budget-keeper.ts';
import type { Store } from '../store/store.ts';
import { isLoopback } from './is-loopback.ts';
import type { Environment } from './read-environment.ts';

/** A worker waits so long (ms) for its turn; what has to wait longer goes back to the queue. */
const patience = 5_000;

/** The app's budget, shared with all processes on the same database. A server on this machine is no GitHub to spare: there only what it tells counts. */
export function appBudget({ githubApiUrl }: Environment, { db }: Pick<Store, 'db'>, limits?: BudgetLimits): Budget {
  const local = isLoopback(githubApiUrl);
  return createBudget({
    keeper: storeBudgetKeeper(db),
    limits: limits ?? (local ? toldLimits : githubLimits),
    clock: realClock,
    patience,
    // Beyond that the queue tries again, later and later.
    readRetries: local ? [] : [1_000, 4_000],
  });
}
