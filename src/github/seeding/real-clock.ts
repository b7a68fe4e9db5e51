import { setTimeout as wait } from 'node:timers/promises';
import type { BudgetClock } from '../budget/budget-options.ts';

/** The machine's clock. */
export const realClock: BudgetClock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, signal === undefined ? {} : { signal }),
};
