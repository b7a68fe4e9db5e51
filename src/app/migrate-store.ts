import pg from 'pg';
import { InputError } from '../core/errors/input-error.ts';
import { jobSchema } from '../engine/job-schema.ts';
import { prepareQueues } from '../engine/prepare-queues.ts';
import { openStore } from '../store/open-store.ts';
import { sayPostgresRefused } from '../store/refuse-postgres.ts';
import { grantAppRole } from '../store/roles/grant-app-role.ts';

/**
 * Brings the tables up to date as their owner and, where a role is named, gives it what the app needs and no more. Throws an
 * InputError where the role owns the tables: nothing would keep it from anything.
 */
export async function migrateStore(ownerUrl: string, role: string | null): Promise<void> {
  const store = await openStore(ownerUrl);
  try {
    // One after the other: Postgres refuses two that grant at the same time.
    await store.withLock('store/migrate', async () => {
      await prepareQueues(store.queue, store.db);
      if (role !== null) await grant(store, role);
    });
  } finally {
    await store.close();
  }
}

/** The role as which an address of Postgres is used. */
export async function roleOf(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ role: string }>('select current_user::text as role');
    if (!rows[0]) throw new Error('the database answered nothing');
    return rows[0].role;
  } catch (error) {
    throw sayPostgresRefused(error);
  } finally {
    void client.end().catch(() => undefined);
  }
}

async function grant({ db, queue }: Awaited<ReturnType<typeof openStore>>, role: string): Promise<void> {
  if (queue.kind !== 'postgres') throw new InputError('--grant: an embedded database has no roles; its ledger is guarded by triggers.');
  const [found] = await db.query<{ owner: boolean }>(
    "select pg_has_role(oid, (select nspowner from pg_namespace where nspname = 'sprintgate'), 'usage') as owner from pg_roles where rolname = $1",
    [role],
  );
  if (!found) throw new InputError(`--grant: there is no role ${role}; create it first: create role ${role} login password '…'`);
  if (found.owner) throw new InputError(`--grant: ${role} owns the tables, or belongs to who does: no grant keeps it from anything; name another role.`);
  await grantAppRole(db, role, jobSchema);
}
