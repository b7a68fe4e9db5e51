/**
 * What an SQL parameter may be. Objects are not: pg and PGlite disagree on them, so JSON is passed as text. Bytes go in as
 * they are (`$1::bytea`), and come out best as text (`convert_from(body, 'UTF8')`): PGlite reads and writes bytea in hex.
 */
export type SqlValue = string | number | boolean | null | Uint8Array | readonly string[] | readonly number[];

/**
 * The same SQL on Postgres and on PGlite. Rows come back alike from both: int8 as number, timestamps as ISO text.
 * Inside a transaction only its own handle may be used; the outer one throws instead of waiting for ever.
 */
export interface Database {
  query<Row extends object>(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
  /** Several statements at once, without parameters: migrations and maintenance. */
  exec(sql: string): Promise<void>;
  /** Commits what `work` did, or nothing of it. Nested calls join the outer transaction. */
  transaction<T>(work: (transaction: Database) => Promise<T>): Promise<T>;
}
