import { InputError } from '../core/errors/input-error.ts';
import type { Database } from './database.ts';
import { migrations } from './migrations.ts';

const preparation = `
  create schema if not exists sprintgate;
  create table if not exists sprintgate.migrations (name text primary key, applied_at timestamptz not null default now());
`;

/** Applies the migrations that the database does not have yet, each once, also when several processes start together. */
export async function migrate(db: Database): Promise<void> {
  await db.transaction((transaction) => migrateWithin(transaction));
}

/** The same within a transaction, and only up to the tables of an older version where their migrations are named. */
export async function migrateWithin(transaction: Database, only?: readonly string[]): Promise<void> {
  // Large tables take their time, and so long do the processes that start meanwhile wait.
  await transaction.exec('set local statement_timeout = 0');
  await transaction.exec("select pg_advisory_xact_lock(hashtextextended('sprintgate/migrate', 0))");
  // Asked first: a role that may only add rows may not even say `create schema if not exists`.
  const [found] = await transaction.query<{ there: boolean }>("select to_regclass('sprintgate.migrations') is not null as there");
  if (!found?.there) await transaction.exec(preparation);
  const applied = await transaction.query<{ name: string }>('select name from sprintgate.migrations');
  const known = new Set(applied.map((row) => row.name));
  refuseNewer(known);
  const owed = migrations.filter((migration) => !known.has(migration.name) && (only === undefined || only.includes(migration.name)));
  if (owed.length > 0 && found?.there)
    await refuseOthers(
      transaction,
      owed.map(({ name }) => name),
    );
  for (const { name, sql } of owed) {
    await transaction.exec(sql);
    await transaction.query('insert into sprintgate.migrations (name) values ($1)', [name]);
  }
}

/** Only who owns the tables changes them. Said before, or it would end somewhere in the middle with what Postgres says. */
async function refuseOthers(transaction: Database, owed: readonly string[]): Promise<void> {
  const [row] = await transaction.query<{ owner: boolean; role: string }>(
    "select pg_has_role(nspowner, 'usage') as owner, current_user::text as role from pg_namespace where nspname = 'sprintgate'",
  );
  if (row?.owner === false)
    throw new InputError(
      `the tables are of an older version (they lack ${owed.join(', ')}), and the role ${row.role} may not bring them up to date; run \`DATABASE_MIGRATION_URL=postgres://OWNER@… sprintgate store migrate --grant ${row.role}\`, or start the app with DATABASE_MIGRATION_URL`,
    );
}

function refuseNewer(applied: ReadonlySet<string>): void {
  const ours = new Set(migrations.map((migration) => migration.name));
  const unknown = [...applied].filter((name) => !ours.has(name));
  if (unknown.length > 0)
    throw new InputError(`the database was written by a newer Sprintgate (it has ${unknown.join(', ')}); start that version, or restore an older backup`);
}
