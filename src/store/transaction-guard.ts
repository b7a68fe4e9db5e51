import { AsyncLocalStorage } from 'node:async_hooks';

const inside = new AsyncLocalStorage<true>();

/** Runs `work` so that `refuseInsideTransaction` can tell that it is inside a transaction. */
export function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return inside.run(true, work);
}

/**
 * PGlite has one connection: a query on the main handle inside a transaction waits for ever, and the process then exits 0
 * without a word. On Postgres it would quietly run outside the transaction. Both are bugs, so both throw.
 */
export function refuseInsideTransaction(sql: string): void {
  if (inside.getStore()) {
    throw new Error(`the database was used inside a transaction, by ${JSON.stringify(sql.slice(0, 60))}; use the transaction's own handle`);
  }
}
