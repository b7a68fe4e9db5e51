import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { Database, SqlValue } from './database.ts';
import { insideTransaction, refuseInsideTransaction } from './transaction-guard.ts';

// Given with each query and not to the whole instance: pg-boss shares it and expects its own types.
// Bytes that are handed on as they are go in binary: a quarter of the time of PGlite's own way, which is hex.
const rowsAlike = {
  parsers: { 20: Number, 1184: (value: string) => new Date(value).toISOString() },
  serializers: { 17: (bytes: Uint8Array) => bytes as unknown as string },
};

/** A `Database` on an embedded PGlite. */
export function pgliteDatabase(pglite: PGlite): Database {
  return {
    async query<Row extends object>(sql: string, params: readonly SqlValue[] = []): Promise<Row[]> {
      refuseInsideTransaction(sql);
      return (await pglite.query<Row>(sql, [...params], rowsAlike)).rows;
    },
    async exec(sql) {
      refuseInsideTransaction(sql);
      await pglite.exec(sql);
    },
    async transaction<T>(work: (transaction: Database) => Promise<T>): Promise<T> {
      refuseInsideTransaction('begin');
      return pglite.transaction((transaction) => insideTransaction(() => work(handleOf(transaction))));
    },
  };
}

function handleOf(transaction: Transaction): Database {
  const handle: Database = {
    query: async <Row extends object>(sql: string, params: readonly SqlValue[] = []) => (await transaction.query<Row>(sql, [...params], rowsAlike)).rows,
    exec: async (sql) => {
      await transaction.exec(sql);
    },
    transaction: (work) => work(handle),
  };
  return handle;
}
