import { resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { advisoryLock } from './advisory-lock.ts';
import { poolCloser } from './close-pool.ts';
import type { Database } from './database.ts';
import { createInbox, type InboxOptions } from './inbox/create-inbox.ts';
import { postgresNews } from './inbox/delivery-news.ts';
import { postgresWriter } from './inbox/postgres-writer.ts';
import { keepPgliteTidy } from './keep-pglite-tidy.ts';
import { createDirectory } from './known/create-directory.ts';
import { migrate } from './migrate.ts';
import { createMutex } from './mutex.ts';
import { ownFolder } from './own-folder/own-folder.ts';
import { pgliteDatabase } from './pglite-database.ts';
import { postgresDatabase, postgresPool } from './postgres-database.ts';
import { prepareFolder } from './prepare-folder.ts';
import { refusePostgres, sayPostgresRefused } from './refuse-postgres.ts';
import type { Store } from './store.ts';

// How long work may hold up the closing of the database. The engine has waited for it before; what is cut off is done again.
const patience = 5_000;
// Far longer than any statement takes; without an end a server that hangs would hold up its processes for ever.
const statementSeconds = 300;

export interface OpenOptions {
  /** A database to start a new folder (or memory) from, as PGlite's `dumpDataDir` gives it: spares the first `initdb`. */
  readonly template?: Blob;
  /** Leaves the tables as they are: an older version can still open them, and there may be none. */
  readonly asItIs?: true;
  /** How many locks are held at the same time, each with a connection to the server; 22 if not given. */
  readonly locks?: number;
  /** How long a statement may take on a server before it is ended; 300 seconds if not given. */
  readonly statementSeconds?: number;
  readonly inbox?: Pick<InboxOptions, 'bodyDays' | 'leaseSeconds' | 'limits'>;
}

/**
 * Opens the database and brings its tables up to date. A `postgres://` URL is a server; `memory://` is an embedded
 * database that is gone with the process; anything else is the folder of an embedded one, which is created.
 */
export async function openStore(databaseUrl: string, options: OpenOptions = {}): Promise<Store> {
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return openPostgres(databaseUrl, options);
  return databaseUrl === 'memory://' ? openMemory(options) : openFolder(resolve(databaseUrl), options);
}

async function openPostgres(connectionString: string, options: OpenOptions): Promise<Store> {
  await refusePostgres(connectionString);
  const pool = postgresPool(connectionString, 10, options.statementSeconds ?? statementSeconds);
  const lockPool = postgresPool(connectionString, options.locks ?? 24);
  const { pool: writerPool, writer, connections: writers } = postgresWriter(connectionString);
  const news = postgresNews(pool, connectionString);
  const closers = [poolCloser(pool, patience), poolCloser(lockPool, patience), poolCloser(writerPool, patience)];
  const close = once(async () => {
    news.stop();
    await Promise.all(closers.map((each) => each()));
  });
  const db = postgresDatabase(pool);
  await orClose(prepare(db, options), close).catch((error: unknown) => {
    throw sayPostgresRefused(error);
  });
  return {
    ...withTables({ ...options.inbox, db, writer, writers, news }),
    queue: { kind: 'postgres', connectionString },
    withLock: advisoryLock(lockPool),
    close,
  };
}

async function openMemory(options: OpenOptions): Promise<Store> {
  const pglite = await PGlite.create({ ...fromTemplate(options) });
  return embedded(pglite, options, async () => void (await within(patience, pglite.close())));
}

async function openFolder(path: string, options: OpenOptions): Promise<Store> {
  const folder = prepareFolder(path);
  const unlock = await ownFolder(folder);
  const pglite = await orClose(PGlite.create({ dataDir: folder, ...fromTemplate(options) }), unlock);
  const stopTidying = keepPgliteTidy(pglite);
  return embedded(pglite, options, async () => {
    // Closed too late, it stays ours until the process ends, which frees it.
    if (
      await within(
        patience,
        stopTidying().then(() => pglite.close()),
      )
    )
      await unlock();
  });
}

async function embedded(pglite: PGlite, options: OpenOptions, closing: () => Promise<void>): Promise<Store> {
  const close = once(closing);
  const db = pgliteDatabase(pglite);
  await orClose(prepare(db, options), close);
  return { ...withTables({ ...options.inbox, db }), queue: { kind: 'pglite', pglite }, withLock: createMutex(), close };
}

async function prepare(db: Database, { asItIs }: OpenOptions): Promise<void> {
  if (!asItIs) await migrate(db);
}

function withTables(options: InboxOptions): Pick<Store, 'db' | 'inbox' | 'directory'> {
  const { db } = options;
  return { db, inbox: createInbox(options), directory: createDirectory(db) };
}

function fromTemplate(options: OpenOptions): { loadDataDir?: Blob } {
  return options.template ? { loadDataDir: options.template } : {};
}

async function orClose<T>(opening: Promise<T>, close: () => Promise<void>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= work());
}

/** Whether it was done in this time. */
async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const clock = setTimeout(() => late.resolve(false), milliseconds);
  try {
    return await Promise.race([work.then(() => true), late.promise]);
  } finally {
    clearTimeout(clock);
  }
}
