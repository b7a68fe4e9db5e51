import { fromPglite, PgBoss, type ConstructorOptions } from 'pg-boss';
import type { EngineConnection } from './engine-store.ts';
import { jobSchema } from './job-schema.ts';

// A worker whose server is gone without a word would else wait for its job for ever. For the connections, which pg-boss opens with all it is given.
const asksIfAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/** The job queue on the database that the store has open. It looks for jobs of killed processes every so many seconds, 60 if not given. */
export function createBoss(connection: EngineConnection, superviseSeconds = 60): PgBoss {
  // `schedule: false`: we have no cron jobs, and its monitor would ask the database for the time every few seconds.
  const shared: ConstructorOptions = {
    schema: jobSchema,
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
  };
  if (connection.kind === 'pglite') return new PgBoss({ ...shared, db: fromPglite(connection.pglite), backend: 'pglite' });
  return new PgBoss({ ...shared, ...asksIfAlive, connectionString: connection.connectionString, max: 8, application_name: 'sprintgate-jobs' });
}
