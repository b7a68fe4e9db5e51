import { createHash } from 'node:crypto';
import { existsSync, readdirSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { emptyDatabase } from './empty-database.ts';

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
  const dump = await emptyDatabase();
  mkdirSync(dirname(file), { recursive: true });
  // Two runs may build it at once: each writes its own file and puts it in place whole.
  writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${file}.${process.pid}`, file);
}
