import pg from 'pg';
import type { Database, SqlValue } from './database.ts';
import { insideTransaction, refuseInsideTransaction } from './transaction-guard.ts';
import { watchConnection } from './watch-connection.ts';

const int8 = 20;
const timestamptz = 1184;

/**
 * How a connection finds out that its server is gone without a word (a host that died, a firewall that forgot): by asking after
 * 10 quiet seconds, and ten times then, a second apart. A query would else wait for ever, and a lock that the server has given to
 * another process would be taken for held.
 */
export const asksIfAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const;

/** How long (ms) a pool waits for a connection, its own or a new one. */
const connectionPatience = 60_000;
/** Longer than any timer can be set: for what changes tables, and for who waits for that. */
const noLimit = 2 ** 31 - 1;

/**
 * Opens a pool of at most `max` connections whose rows look like PGlite's. With `seconds` the server ends a statement that takes longer,
 * and one that a server does not answer for twice as long is given up with its connection; `exec` alone has no such limit.
 */
export function postgresPool(connectionString: string, max: number, seconds: number | null = null): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    ...asksIfAlive,
    ...(seconds === null ? {} : limitsOf(seconds * 1_000)),
    types: { getTypeParser: parserOf },
    application_name: 'sprintgate',
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

function limitsOf(milliseconds: number): pg.PoolConfig {
  return {
    connectionTimeoutMillis: Math.min(connectionPatience, 2 * milliseconds),
    query_timeout: 2 * milliseconds,
    // A setting of the session, not of the start-up packet, which a PgBouncer refuses.
    onConnect: async (client) => void (await client.query(`set statement_timeout = ${milliseconds}`)),
  };
}

/** A `Database` on a pool of Postgres connections. */
export function postgresDatabase(pool: pg.Pool): Database {
  return {
    async query<Row extends object>(sql: string, params: readonly SqlValue[] = []): Promise<Row[]> {
      refuseInsideTransaction(sql);
      return (await pool.query<Row>(sql, [...params])).rows;
    },
    async exec(sql) {
      refuseInsideTransaction(sql);
      await pool.query(unlimited(sql));
    },
    async transaction(work) {
      refuseInsideTransaction('begin');
      const client = await pool.connect();
      return inTransaction(client, work);
    },
  };
}

async function inTransaction<T>(client: pg.PoolClient, work: (transaction: Database) => Promise<T>): Promise<T> {
  const connection = watchConnection(client);
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await insideTransaction(() => work(handleOf(client)));
    await client.query('commit');
    return result;
  } catch (error) {
    // Behind a statement that the server does not answer everything else would wait as long again.
    if (isUnanswered(error)) broken = error;
    else
      await client.query('rollback').catch((reason: Error) => {
        broken = reason;
      });
    throw error;
  } finally {
    connection.release(broken);
  }
}

function handleOf(client: pg.PoolClient): Database {
  const handle: Database = {
    query: async <Row extends object>(sql: string, params: readonly SqlValue[] = []) => (await client.query<Row>(sql, [...params])).rows,
    exec: async (sql) => {
      await client.query(unlimited(sql));
    },
    transaction: (work) => work(handle),
  };
  return handle;
}

function unlimited(text: string): pg.QueryConfig & { readonly query_timeout: number } {
  return { text, query_timeout: noLimit };
}

/** What pg says of a statement whose time is over; it has no code for it. */
function isUnanswered(error: unknown): error is Error {
  return error instanceof Error && error.message === 'Query read timeout';
}

function parserOf(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === int8) return Number;
  if (oid === timestamptz) return (value) => new Date(value).toISOString();
  return pg.types.getTypeParser(oid, format === 'binary' ? undefined : format) as (value: string) => unknown;
}
