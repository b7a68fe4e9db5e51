import { setTimeout as wait } from 'node:timers/promises';
import { steadyNow } from '../../telemetry/steady-now.ts';
import type { BudgetClock } from '../budget/budget-options.ts';

/** The machine's clock, as it runs on when the time of day is set: a limit that was waited for is over, however the date jumps. */
export const realClock: BudgetClock = {
  now: steadyNow,
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, signal === undefined ? {} : { signal }),
};
