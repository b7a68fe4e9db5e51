import { createHash } from 'node:crypto';
import { existsSync, readdirSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createBoss } from '../../src/engine/create-boss.ts';
import { createQueues } from '../../src/engine/create-queues.ts';
import { openStore } from '../../src/store/open-store.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** File with an embedded database that already has all tables: opening it takes a second, `initdb` many. */
    storeTemplate: string;
  }
}

/** Builds the database template, unless one of the same tables and libraries is there from an earlier run. */
export default async function globalSetup(project: TestProject): Promise<void> {
  const file = join(project.config.root, `node_modules/.cache/sprintgate/store-${fingerprint(project.config.root)}.tar`);
  if (!existsSync(file)) await build(file);
  project.provide('storeTemplate', file);
}

function fingerprint(root: string): string {
  const hash = createHash('sha256');
  const migrations = readdirSync(join(root, 'src/store/migrations')).map((name) => `src/store/migrations/${name}`);
  for (const path of [
    'src/store/migrations.ts',
    ...migrations.sort(),
    'src/engine/create-queues.ts',
    'src/engine/queues.ts',
    'node_modules/pg-boss/package.json',
    'node_modules/@electric-sql/pglite/package.json',
  ]) {
    hash.update(readFileSync(join(root, path)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function build(file: string): Promise<void> {
  const store = await openStore('memory://');
  if (store.queue.kind !== 'pglite') throw new Error('the template is an embedded database');
  const boss = createBoss(store.queue);
  await boss.start();
  await createQueues(boss);
  await boss.stop({ graceful: false });
  const dump = await store.queue.pglite.dumpDataDir('none');
  await store.close();
  mkdirSync(dirname(file), { recursive: true });
  // Two runs may build it at once: each writes its own file and puts it in place whole.
  writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${file}.${process.pid}`, file);
}
