import { Command } from 'commander';
import { InputError } from '../../core/errors/input-error.ts';
import { jobSchema } from '../../engine/job-schema.ts';
import { prepareQueues } from '../../engine/prepare-queues.ts';
import { openStore } from '../../store/open-store.ts';
import { grantAppRole } from '../../store/roles/grant-app-role.ts';
import { printLine } from '../print.ts';
import { type DatabaseOption, databaseOf, databaseOption } from './database-of.ts';

export const migrateCommand = new Command('migrate')
  .description('Bring the tables up to date as their owner, and give the app’s own role what it needs and no more.')
  .option('--grant <role>', 'the role of the app’s DATABASE_URL: it may add to the ledger and never change it (Postgres)')
  .option(...databaseOption)
  .addHelpText(
    'after',
    `
Reads DATABASE_MIGRATION_URL before DATABASE_URL. Without this command the app makes its tables itself, and owns them: then
triggers guard the ledger, which an owner can switch off. Run it before each start of a new version.

Example:
  DATABASE_MIGRATION_URL=postgres://owner@db/sprintgate sprintgate store migrate --grant sprintgate_app`,
  )
  .action(async (options: DatabaseOption & { readonly grant?: string }) => {
    const owner = process.env['DATABASE_MIGRATION_URL']?.trim();
    const store = await openStore(databaseOf(options.database === undefined && owner ? { database: owner } : options));
    try {
      await prepareQueues(store.queue, store.db);
      if (options.grant !== undefined) await grant(store, options.grant);
      printLine(`The tables are up to date.${options.grant === undefined ? '' : ` ${options.grant} may add to the ledger, and change nothing in it.`}`);
    } finally {
      await store.close();
    }
  });

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
