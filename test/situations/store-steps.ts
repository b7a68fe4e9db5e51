import type { SqlValue } from '../../src/store/database.ts';
import type { Store } from '../../src/store/store.ts';
import type { Step } from './situation.ts';

type Open = { -readonly [Key in keyof Store['db']]: Store['db'][Key] };

/** The database refuses the next statements that match, as while it restarts. */
export function databaseRefuses(matching: RegExp, times: number): Step {
  return ({ stage }) => {
    let left = times;
    const db = stage.store.db as Open;
    const { query, transaction } = db;
    const refuse = (sql: string) => {
      if (!matching.test(sql) || left === 0) return;
      left -= 1;
      throw new Error('terminating connection due to administrator command');
    };
    db.query = async <Row extends object>(sql: string, params?: readonly SqlValue[]) => {
      refuse(sql);
      return query<Row>(sql, params);
    };
    db.transaction = (work) =>
      transaction((inner) => {
        const within: Store['db'] = {
          ...inner,
          query: async (sql, params) => {
            refuse(sql);
            return inner.query(sql, params);
          },
        };
        return work(within);
      });
  };
}
