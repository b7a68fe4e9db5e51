import { mkdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { advisoryLock } from './advisory-lock.ts';
import { createInbox, type InboxOptions } from './inbox/create-inbox.ts';
import { postgresNews } from './inbox/delivery-news.ts';
import { postgresWriter } from './inbox/postgres-writer.ts';
import { keepPgliteTidy } from './keep-pglite-tidy.ts';
import { createDirectory } from './known/create-directory.ts';
import { lockFolder } from './lock-folder.ts';
import { migrate } from './migrate.ts';
import { createMutex } from './mutex.ts';
import { pgliteDatabase } from './pglite-database.ts';
import { postgresDatabase, postgresPool } from './postgres-database.ts';
import type { Store } from './store.ts';

export interface OpenOptions {
  /** A database to start a new folder (or memory) from, as PGlite's `dumpDataDir` gives it: spares the first `initdb`. */
  readonly template?: Blob;
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
  const pool = postgresPool(connectionString, 10);
  const lockPool = postgresPool(connectionString, 20);
  const { pool: writerPool, writer } = postgresWriter(connectionString);
  const news = postgresNews(pool, connectionString);
  const close = async () => {
    news.stop();
    await Promise.all([pool.end(), lockPool.end(), writerPool.end()]);
  };
  const db = postgresDatabase(pool);
  await orClose(migrate(db), close);
  return { ...withTables({ ...options.inbox, db, writer, news }), queue: { kind: 'postgres', connectionString }, withLock: advisoryLock(lockPool), close };
}

async function openMemory(options: OpenOptions): Promise<Store> {
  const pglite = await PGlite.create({ ...fromTemplate(options) });
  return embedded(pglite, options, () => pglite.close());
}

async function openFolder(path: string, options: OpenOptions): Promise<Store> {
  // PGlite makes its own folder, but not the ones above it, and does not follow a symbolic link to it.
  mkdirSync(path, { recursive: true });
  const folder = realpathSync(path);
  const unlock = await lockFolder(folder);
  const pglite = await orClose(PGlite.create({ dataDir: folder, ...fromTemplate(options) }), unlock);
  const stopTidying = keepPgliteTidy(pglite);
  return embedded(pglite, options, async () => {
    await stopTidying();
    await pglite.close();
    await unlock();
  });
}

async function embedded(pglite: PGlite, options: OpenOptions, close: () => Promise<void>): Promise<Store> {
  const db = pgliteDatabase(pglite);
  await orClose(migrate(db), close);
  return { ...withTables({ ...options.inbox, db }), queue: { kind: 'pglite', pglite }, withLock: createMutex(), close };
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
