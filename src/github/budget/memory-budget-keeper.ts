import type { BudgetKeeper } from '../../core/budget/budget-keeper.ts';
import { type BudgetState, emptyBudget } from '../../core/budget/budget-state.ts';

/** Budgets of one process alone: the command line and the Action. */
export function memoryBudgetKeeper(now: () => number): BudgetKeeper {
  const states = new Map<number, BudgetState>();
  return {
    async change(installation, step) {
      const [state, answer] = step(states.get(installation) ?? emptyBudget, now());
      states.set(installation, state);
      return answer;
    },
  };
}
