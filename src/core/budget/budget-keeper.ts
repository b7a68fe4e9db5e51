import type { BudgetState } from './budget-state.ts';

/** A pure step on the state of one installation, at a time (ms) of the clock that all who share it have. */
export type BudgetStep<T> = (state: BudgetState, now: number) => readonly [BudgetState, T];

/** Where the state of each installation is kept: one step after the other, whoever takes it. */
export interface BudgetKeeper {
  readonly change: <T>(installation: number, step: BudgetStep<T>) => Promise<T>;
}
