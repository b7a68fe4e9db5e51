import { Command } from 'commander';
import { migrateStore } from '../../app/migrate-store.ts';
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
triggers guard the ledger, which an owner can switch off. Run it before each start of a new version, or start the app with
DATABASE_MIGRATION_URL: then it does this itself.

Example:
  DATABASE_MIGRATION_URL=postgres://owner@db/sprintgate sprintgate store migrate --grant sprintgate_app`,
  )
  .action(async (options: DatabaseOption & { readonly grant?: string }) => {
    const owner = process.env['DATABASE_MIGRATION_URL']?.trim();
    await migrateStore(databaseOf(options.database === undefined && owner ? { database: owner } : options), options.grant ?? null);
    printLine(`The tables are up to date.${options.grant === undefined ? '' : ` ${options.grant} may add to the ledger, and change nothing in it.`}`);
  });
