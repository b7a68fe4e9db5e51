import type { BudgetKeeper } from '../../core/budget/budget-keeper.ts';
import { type BudgetState, emptyBudget } from '../../core/budget/budget-state.ts';
import type { Database } from '../database.ts';

// The update of a row that is there locks it until the end of the transaction, and answers the database's clock:
// processes whose clocks differ, or jump, agree on that one.
const lockSql = `
  insert into sprintgate.budget (installation, state) values ($1, $2::jsonb)
  on conflict (installation) do update set changed_at = clock_timestamp()
  returning state::text as state, (extract(epoch from clock_timestamp()) * 1000)::float8 as now`;
const saveSql = 'update sprintgate.budget set state = $2::jsonb where installation = $1';

/** Budgets in the database, for any number of processes. A clock is given in tests alone. */
export function storeBudgetKeeper(db: Database, clock?: () => number): BudgetKeeper {
  return {
    change: (installation, step) =>
      db.transaction(async (transaction) => {
        const [row] = await transaction.query<{ state: string; now: number }>(lockSql, [installation, JSON.stringify(emptyBudget)]);
        if (!row) throw new Error('the budget could not be locked');
        const [state, answer] = step(JSON.parse(row.state) as BudgetState, clock?.() ?? Math.round(row.now));
        await transaction.query(saveSql, [installation, JSON.stringify(state)]);
        return answer;
      }),
  };
}
