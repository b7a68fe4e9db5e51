import type { BudgetLimits, WorkClass } from './budget-limits.ts';

/** What of a limit a class must leave to those before it. */
export function reservedOf(limit: number, who: WorkClass, { reserve }: Pick<BudgetLimits, 'reserve'>): number {
  return Math.ceil((limit * reserve[who]) / 100);
}
