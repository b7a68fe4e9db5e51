import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { abandon } from './abandon.ts';

/** The database under a run, which outlives the app's processes. */
export interface Ground {
  readonly databaseUrl: string;
  /** What becomes of a dead process's work once its silence was noticed, which takes Postgres a minute. */
  afterDeath(): Promise<void>;
  /** Null where it cannot be restarted apart from the app. */
  readonly restart: (() => Promise<void>) | null;
  /** Opens it for looking, once no process has it open. */
  open(): Promise<Store>;
  remove(): void;
}

/** A folder of its own with an embedded database. */
export async function folderGround(template: Blob): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'sprintgate-faults-'));
  const databaseUrl = join(folder, 'data');
  await (await openStore(databaseUrl, { template })).close();
  return {
    databaseUrl,
    // The next process to open the folder does it.
    afterDeath: async () => undefined,
    restart: null,
    open: () => openStore(databaseUrl),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

let databases = 0;

/** A new database on a Postgres server. */
export async function postgresGround(server: TestPostgres): Promise<Ground> {
  databases += 1;
  const databaseUrl = await server.createDatabase(`faults${process.pid}n${databases}`);
  return { databaseUrl, afterDeath: () => bury(databaseUrl), restart: server.restart, open: () => openStore(databaseUrl), remove: () => undefined };
}

async function bury(databaseUrl: string): Promise<void> {
  const store = await openStore(databaseUrl);
  try {
    await abandon(store);
  } finally {
    await store.close();
  }
}
