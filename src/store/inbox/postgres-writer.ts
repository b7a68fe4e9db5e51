import pg from 'pg';
import type { Database, SqlValue } from '../database.ts';
import { asksIfAlive } from '../postgres-database.ts';

/** A connection of its own on which deliveries are kept, so that no other work holds them up. */
export interface PostgresWriter {
  readonly pool: pg.Pool;
  readonly writer: Pick<Database, 'query'>;
  readonly connections: number;
}

// Two, so that one group is sent while the other waits for the disk.
const connections = 2;
// Less than the 10 s that GitHub waits: a server that does not answer is given up, and its connection with it.
const patience = 7_000;

/** Opens it. What it says is kept is on the disk of the server, also where the server or the role has put `synchronous_commit` off. */
export function postgresWriter(connectionString: string): PostgresWriter {
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    query_timeout: patience,
    connectionTimeoutMillis: patience,
    ...asksIfAlive,
    application_name: 'sprintgate-inbox',
    // Settings of the session, not of the start-up packet, which a PgBouncer refuses.
    onConnect: prepareSession,
  });
  pool.on('error', () => undefined);
  return {
    pool,
    connections,
    writer: {
      async query<Row extends object>(text: string, params: readonly SqlValue[] = []): Promise<Row[]> {
        // Named: the server plans it once for each connection.
        return (await pool.query<Row>({ name: 'append-deliveries', text, values: [...params] })).rows;
      },
    },
  };
}

async function prepareSession(client: pg.ClientBase): Promise<void> {
  await client.query(`select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`);
  await client.query(`set statement_timeout = ${patience}`);
}
