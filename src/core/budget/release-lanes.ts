import type { BudgetState } from './budget-state.ts';

/** The state after a process that is idle has given its lanes back. */
export function releaseLanes(state: BudgetState, holder: string): BudgetState {
  return { ...state, lanes: state.lanes.filter((lanes) => lanes.holder !== holder) };
}
