import { InputError } from '../../core/errors/input-error.ts';
import type { Database } from '../../store/database.ts';
import { missingMigrations } from '../../store/missing-migrations.ts';
import { openStore } from '../../store/open-store.ts';
import { postgresDatabase, postgresPool } from '../../store/postgres-database.ts';
import { sayPostgresRefused } from '../../store/refuse-postgres.ts';
import type { Store } from '../../store/store.ts';
import { type DatabaseOption, existingDatabase } from '../store/database-of.ts';

/**
 * Opens a database to read its ledger, beside a running app on Postgres, and runs `work` on it as of one moment. Nothing can be
 * written: the database refuses it. An embedded database belongs to one process, and says so while the app has it open.
 */
export async function readingLedger<T>(options: DatabaseOption, work: (db: Database) => Promise<T>): Promise<T> {
  const store = await openToRead(existingDatabase(options));
  try {
    await refuseOtherTables(store.db);
    return await store.db.transaction(async (transaction) => {
      await transaction.exec('set transaction isolation level repeatable read read only');
      return work(transaction);
    });
  } catch (error) {
    throw sayPostgresRefused(error);
  } finally {
    await store.close();
  }
}

/** Opens a database in whose ledger something is erased: as its owner, for the app's own role may not. */
export async function changingLedger<T>(options: DatabaseOption, work: (db: Database) => Promise<T>): Promise<T> {
  const owner = process.env['DATABASE_MIGRATION_URL']?.trim();
  const store = await openStore(existingDatabase(options.database === undefined && owner ? { database: owner } : options), { asItIs: true });
  try {
    await refuseOtherTables(store.db);
    return await work(store.db);
  } catch (error) {
    if (isRefused(error))
      throw new InputError(`the database refused it: ${error.message}. Erasing needs the owner of the tables: give its address in DATABASE_MIGRATION_URL.`, {
        cause: error,
      });
    throw error;
  } finally {
    await store.close();
  }
}

/** One connection of ours alone: a replica will do as well. */
async function openToRead(url: string): Promise<Pick<Store, 'db' | 'close'>> {
  if (!/^postgres(ql)?:\/\//.test(url)) return openStore(url, { asItIs: true });
  const pool = postgresPool(url, 1);
  return { db: postgresDatabase(pool), close: () => pool.end() };
}

async function refuseOtherTables(db: Database): Promise<void> {
  const [row] = await db.query<{ there: boolean }>("select to_regclass('sprintgate.migrations') is not null as there");
  if (!row?.there) throw new InputError('this database holds no tables of Sprintgate; name another with --database or DATABASE_URL');
  const missing = await missingMigrations(db);
  if (missing.length > 0)
    throw new InputError(`this database is of another version (it lacks ${missing.join(', ')}); start the app of this version on it once`);
}

/** Postgres: insufficient_privilege. */
function isRefused(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === '42501';
}
